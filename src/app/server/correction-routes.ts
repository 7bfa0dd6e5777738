import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { NewCorrection } from '#ledger';
import { Correction, CorrectionRequest, UndoRequest } from '../contract.ts';
import { completeEvent, completeFields } from './analyst-input.ts';
import type { ServerParts } from './create-app.ts';
import { failWith } from './errors.ts';
import { presentCorrection } from './present.ts';
import { answers, bodyOf, idParameter } from './route-parts.ts';

const correct = createRoute({
  method: 'post',
  path: '/api/corrections',
  summary: 'Confirms an event, rejects it, sets fields of it, or adds one that the coder missed.',
  request: bodyOf(CorrectionRequest),
  responses: answers({ 201: Correction }, 400, 404, 413, 415),
});

const number = idParameter('Number of the correction.', '12');
const optionalAuthor = { content: { 'application/json': { schema: UndoRequest } } };

const undo = createRoute({
  method: 'post',
  path: '/api/corrections/{id}/undo',
  summary: 'Undoes a correction; it is kept. What is undone already stays so.',
  request: { params: number, body: optionalAuthor },
  responses: answers({ 200: Correction }, 400, 404),
});

const redo = createRoute({
  method: 'post',
  path: '/api/corrections/{id}/redo',
  summary: 'Makes an undone correction hold again.',
  request: { params: number },
  responses: answers({ 200: Correction }, 404),
});

export function addCorrectionRoutes(app: OpenAPIHono, { ledger }: ServerParts): void {
  app.openapi(correct, (c) => {
    const said = c.req.valid('json');
    const { author, note } = said;
    const event = said.kind === 'add-event' ? null : ledger.event(said.event);
    const documentId = said.kind === 'add-event' ? said.document : event?.document.id;
    const document = documentId === undefined ? null : ledger.document(documentId);
    if (document === null || (event === null && said.kind !== 'add-event')) {
      const [what, id] =
        said.kind === 'add-event' ? ['document', said.document] : ['event', said.event];
      const found = JSON.stringify(id);
      return failWith(c, 404, { message: `no such ${what}`, where: `body.${what}`, found });
    }
    let correction: NewCorrection;
    if (said.kind === 'add-event') {
      const added = completeEvent(said.event, document, author);
      correction = { kind: said.kind, document: document.id, event: added, author, note };
    } else if (said.kind === 'set-field') {
      const fields = completeFields(said.fields, event!, document);
      correction = { kind: said.kind, event: said.event, fields, author, note };
    } else {
      correction = { kind: said.kind, event: said.event, author, note };
    }
    return c.json(presentCorrection(ledger.correct(correction)), 201);
  });

  app.openapi(undo, (c) => {
    const { id } = c.req.valid('param');
    const { author = 'analyst' } = c.req.valid('json') as z.input<typeof UndoRequest>;
    const undone = isNumber(id) ? ledger.undo(Number(id), author) : null;
    return undone === null ? unknownCorrection(c, id) : c.json(presentCorrection(undone), 200);
  });

  app.openapi(redo, (c) => {
    const { id } = c.req.valid('param');
    const redone = isNumber(id) ? ledger.redo(Number(id)) : null;
    return redone === null ? unknownCorrection(c, id) : c.json(presentCorrection(redone), 200);
  });
}

function isNumber(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}

function unknownCorrection(c: Parameters<typeof failWith>[0], id: string) {
  return failWith(c, 404, {
    message: 'no such correction',
    where: 'id',
    found: JSON.stringify(id),
  });
}
