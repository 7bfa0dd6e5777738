import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { EntityPage, EventPage, LedgerEvent } from '../contract.ts';
import { parseEntityQuery, parseEventQuery } from '../parse-query.ts';
import type { ServerParts } from './create-app.ts';
import { failWith } from './errors.ts';
import { presentEvent } from './present.ts';
import { answers, dayParameter, idParameter, paging, wordParameter } from './route-parts.ts';

const list = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Events as they stand after corrections, by their first day.',
  request: {
    query: z
      .object({
        dyad: wordParameter('Two countries, in whatever direction.', 'KOR-RUS'),
        actor: wordParameter('Who acts: a country, or a country and a sector.', 'KOR GOV'),
        recipient: wordParameter('Who is acted upon.', 'RUS'),
        type: wordParameter('PLOVER types, parted by commas.', 'SANCTION,COERCE'),
        mode: wordParameter('A PLOVER mode.', 'expel'),
        status: wordParameter(
          'actual, historical, future, hypothetical, negated; parted by commas.',
          'actual',
        ),
        from: dayParameter('The event lasts until this day or longer.'),
        to: dayParameter('The event begins on this day or before.'),
        document: wordParameter('Id of a document.', 'note'),
        confidence: wordParameter('At least this confidence, 0 … 1.', '0.8'),
        state: wordParameter(
          'coded, confirmed, corrected, added, rejected; parted by commas. All but rejected where it is not given.',
          'confirmed,added',
        ),
        order: wordParameter('newest, which is taken where it is not given, or oldest.', 'oldest'),
        ...paging,
      })
      .strict(),
  },
  responses: answers({ 200: EventPage }, 400),
});

const read = createRoute({
  method: 'get',
  path: '/api/events/{id}',
  summary: 'One event with its explanation.',
  request: { params: idParameter('Id of the event, its # written as %23.', 'note#3') },
  responses: answers({ 200: LedgerEvent }, 404),
});

const entities = createRoute({
  method: 'get',
  path: '/api/entities',
  summary: 'Countries, organizations, persons and groups that documents speak of, by name.',
  request: {
    query: z
      .object({
        country: wordParameter('A country.', 'KOR'),
        q: wordParameter('Part of the name, in any case.', 'ministry'),
        ...paging,
      })
      .strict(),
  },
  responses: answers({ 200: EntityPage }, 400),
});

export function addEventRoutes(app: OpenAPIHono, { ledger }: ServerParts): void {
  app.openapi(list, (c) => {
    const { items, next } = ledger.events(parseEventQuery(c.req.valid('query')));
    return c.json({ items: items.map(presentEvent), next }, 200);
  });

  app.openapi(read, (c) => {
    const { id } = c.req.valid('param');
    const event = ledger.event(id);
    if (event === null) {
      return failWith(c, 404, { message: 'no such event', where: 'id', found: JSON.stringify(id) });
    }
    return c.json(presentEvent(event), 200);
  });

  app.openapi(entities, (c) => {
    const { items, next } = ledger.entities(parseEntityQuery(c.req.valid('query')));
    return c.json({ items: [...items], next }, 200);
  });
}
