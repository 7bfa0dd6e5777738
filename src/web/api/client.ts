import type {
  CodedDocumentRecord,
  CodeRequest,
  DocumentDetail,
  DocumentPage,
  ErrorBody,
  EventPage,
  LedgerStatus,
} from '../../app/contract.ts';

/** What the API, or the way to it, says went wrong. */
export class ApiFailure extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly body: ErrorBody['error'];

  constructor(status: number, body: ErrorBody['error']) {
    super(body.message);
    this.name = 'ApiFailure';
    this.status = status;
    this.body = body;
  }
}

const unreachable: ErrorBody['error'] = {
  code: 'unreachable',
  message: 'The server does not answer.',
  hint: 'See whether `tightrope serve` still runs in its terminal, then try again.',
};

function readErrorBody(status: number, text: string): ErrorBody['error'] {
  try {
    const body = JSON.parse(text) as ErrorBody;
    if (typeof body.error?.message === 'string') return body.error;
  } catch {
    // Not from the API: something between the browser and it has answered.
  }
  return {
    code: 'unexpected',
    message: `The server answered ${status} without saying why.`,
    hint: 'The terminal in which `tightrope serve` runs says more.',
  };
}

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiFailure(0, unreachable);
  }
  const text = await response.text();
  if (!response.ok) throw new ApiFailure(response.status, readErrorBody(response.status, text));
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new ApiFailure(response.status, {
      code: 'unexpected',
      message: 'The server answered with something that is no JSON.',
      hint: 'Reload the page. If it stays so, the workbench and the server are of different versions.',
    });
  }
}

type Query = Readonly<Record<string, string | number | null | undefined>>;

function withParameters(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

const get = <Answer>(path: string, query: Query, signal: AbortSignal) =>
  request<Answer>(withParameters(path, query), { signal });

export const fetchDocuments = (
  query: { readonly q?: string; readonly cursor?: string | null },
  signal: AbortSignal,
) => get<DocumentPage>('/api/documents', { ...query, limit: 50 }, signal);

export const fetchDocument = (id: string, signal: AbortSignal) =>
  get<DocumentDetail>(`/api/documents/${encodeURIComponent(id)}`, {}, signal);

export interface EventFilter {
  readonly dyad?: string;
  readonly type?: string;
  readonly status?: string;
  readonly from?: string;
  readonly to?: string;
}

export const fetchEvents = (
  query: EventFilter & { readonly cursor?: string | null },
  signal: AbortSignal,
) => get<EventPage>('/api/events', { ...query, limit: 100 }, signal);

export const fetchStatus = (signal: AbortSignal) => get<LedgerStatus>('/api/status', {}, signal);

/** Codes a text without keeping it. */
export const codeText = (input: CodeRequest, signal: AbortSignal) =>
  request<CodedDocumentRecord>('/api/code', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  });
