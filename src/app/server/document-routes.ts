import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { SourceDocument } from '#coder';
import {
  AddRequest,
  AddResponse,
  CodedDocument,
  CodeRequest,
  DocumentDetail,
  DocumentPage,
} from '../contract.ts';
import { parseDocumentQuery } from '../parse-query.ts';
import type { ServerParts } from './create-app.ts';
import { failWith } from './errors.ts';
import { presentDocument, presentSummary } from './present.ts';
import { answers, bodyOf, dayParameter, idParameter, paging } from './route-parts.ts';

const list = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'Documents, newest first; those without a date last.',
  request: {
    query: z
      .object({
        q: z.string().max(1000).optional().openapi({
          description: 'Words that all must occur in title or text; "a phrase", begin*, -without.',
          example: 'ammunition -drill',
        }),
        publisher: z.string().max(500).optional(),
        from: dayParameter('First day of publication.'),
        to: dayParameter('Last day of publication.'),
        ...paging,
      })
      .strict(),
  },
  responses: answers({ 200: DocumentPage }, 400),
});

const read = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'One document: its untouched text, its coding after corrections, and the corrections.',
  request: { params: idParameter('Id of the document.', 'note') },
  responses: answers({ 200: DocumentDetail }, 404),
});

const code = createRoute({
  method: 'post',
  path: '/api/code',
  summary: 'Codes a text and keeps nothing.',
  request: bodyOf(CodeRequest),
  responses: answers({ 200: CodedDocument }, 400, 413, 415),
});

const add = createRoute({
  method: 'post',
  path: '/api/documents',
  summary: 'Codes a document and keeps it. The same document twice is one.',
  request: bodyOf(AddRequest),
  responses: answers({ 201: AddResponse, 200: AddResponse }, 400, 413, 415),
});

export function addDocumentRoutes(app: OpenAPIHono, { ledger, coder }: ServerParts): void {
  app.openapi(list, (c) => {
    const { items, next } = ledger.documents(parseDocumentQuery(c.req.valid('query')));
    return c.json({ items: [...items], next }, 200);
  });

  app.openapi(read, (c) => {
    const { id } = c.req.valid('param');
    const document = ledger.document(id);
    if (document === null) {
      return failWith(c, 404, {
        message: 'no such document',
        where: 'id',
        found: JSON.stringify(id),
      });
    }
    return c.json(presentDocument(document), 200);
  });

  app.openapi(code, (c) => {
    const document = c.req.valid('json');
    return c.json(coder.code({ ...document, id: document.id ?? 'text' }), 200);
  });

  app.openapi(add, (c) => {
    const given = c.req.valid('json');
    const document = { ...given, id: given.id ?? nameDocument(given) };
    const known = ledger.find(document);
    const added =
      known?.coder === coder.version
        ? ({ id: known.id, state: 'present' } as const)
        : ledger.add([{ document, coded: coder.code(document) }])[0];
    const summary = presentSummary(ledger.document(added.id)!);
    return c.json({ ...added, document: summary }, added.state === 'added' ? 201 : 200);
  });
}

/** An id from the words of the title, else from the text's fingerprint: `seoul-expels-two-envoys`. */
function nameDocument({ title = '', text }: Omit<SourceDocument, 'id'>): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const name = (words ?? []).join('-').slice(0, 60).replace(/-$/, '');
  return name || `text-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
