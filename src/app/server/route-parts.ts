/** What the descriptions of routes share. */
import { z } from '@hono/zod-openapi';
import { ErrorBody } from '../contract.ts';

const meanings: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Kept.',
  400: 'Bad input; the answer says where, what was found and what was expected.',
  404: 'There is none of that id.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
};

export const paging = {
  limit: z.string().optional().openapi({
    description: 'Items of a page, 1 … 1000; 50 where it is not given.',
    example: '50',
  }),
  cursor: z
    .string()
    .max(4000)
    .optional()
    .openapi({ description: 'The "next" of the page before.' }),
};

export function dayParameter(description: string) {
  return z.string().optional().openapi({ description, example: '2024-03-21', format: 'date' });
}

export function wordParameter(description: string, example: string) {
  return z.string().max(500).optional().openapi({ description, example });
}

export function idParameter(description: string, example: string) {
  return z.object({ id: z.string().openapi({ description, example }) });
}

export function bodyOf<Schema extends z.ZodType>(schema: Schema) {
  return { body: { content: { 'application/json': { schema } }, required: true } } as const;
}

type Answers<Schemas extends Record<number, z.ZodType>, Failure extends number> = {
  [Status in keyof Schemas]: {
    description: string;
    content: { 'application/json': { schema: Schemas[Status] } };
  };
} & {
  [Status in Failure]: {
    description: string;
    content: { 'application/json': { schema: typeof ErrorBody } };
  };
};

/** The answers of a route: schemas by status, then the statuses of failures. */
export function answers<Schemas extends Record<number, z.ZodType>, Failure extends number>(
  schemas: Schemas,
  ...failures: Failure[]
): Answers<Schemas, Failure> {
  const all = [
    ...Object.entries(schemas),
    ...failures.map((status): [string, z.ZodType] => [String(status), ErrorBody]),
  ];
  return Object.fromEntries(
    all.map(([status, schema]) => [
      status,
      { description: meanings[Number(status)], content: { 'application/json': { schema } } },
    ]),
  ) as Answers<Schemas, Failure>;
}
