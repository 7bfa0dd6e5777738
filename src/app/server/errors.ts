import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ZodError } from 'zod';
import { InputError } from '#coder';
import type { ErrorBody } from '../contract.ts';

type Details = Omit<ErrorBody['error'], 'code'>;

const codes: Readonly<Record<number, string>> = {
  400: 'bad-input',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  500: 'bug',
};

/** Answers with the one shape that every failure has. */
export function failWith<Status extends ContentfulStatusCode>(
  c: Context,
  status: Status,
  details: Details,
) {
  const { message, where, found, expected, hint } = details;
  const error = { code: codes[status] ?? 'bad-input', message, where, found, expected, hint };
  return c.json<ErrorBody, Status>({ error }, status);
}

/** What could not be answered: the caller's fault with what to do, or a bug, whose stack goes to `report` and not out. */
export function answerError(error: unknown, c: Context, report: (error: unknown) => void) {
  if (error instanceof InputError) return failWith(c, 400, error);
  if (error instanceof HTTPException && error.status < 500) {
    const expected = error.status === 415 ? 'Content-Type: application/json' : undefined;
    return failWith(c, error.status as ContentfulStatusCode, { message: error.message, expected });
  }
  report(error);
  return failWith(c, 500, {
    message: 'Tightrope failed; this is a bug, and nothing kept is lost',
    hint: 'The terminal that Tightrope runs in has the details.',
  });
}

/** The first thing that is wrong with a query or a body. */
export function answerInvalid(target: string, error: ZodError, c: Context) {
  const [issue] = error.issues;
  const where = [target === 'json' ? 'body' : target, ...issue.path].join('.');
  const details: { expected?: string; found?: string } = {};
  if (issue.code === 'invalid_value') details.expected = `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') details.expected = issue.expected;
  if (issue.code === 'unrecognized_keys') details.found = issue.keys.join(', ');
  return failWith(c, 400, { message: issue.message, where, ...details });
}
