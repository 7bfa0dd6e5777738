import type { Coder, SourceDocument } from '#coder';
import { makeEvent, party } from '../ledger/records.ts';

/** Stands in for the coder: each "accused" is South Korea accusing Russia, each "met" a meeting of the two. */
export const fakeCoder: Coder = {
  version: 'fake 1',
  code: (document: SourceDocument) => ({
    id: document.id,
    coder: 'fake 1',
    date: document.date ?? null,
    events: [...document.text.matchAll(/accused|met/g)].map(
      ({ 0: text, index: start }, position) => {
        const trigger = { start, end: start + text.length, text };
        const met = text === 'met';
        return makeEvent({
          id: `${document.id}#${position + 1}`,
          type: met ? 'CONSULT' : 'ACCUSE',
          actors: met ? [party('KOR'), party('RUS')] : [party('KOR', 'GOV')],
          recipients: met ? [] : [party('RUS')],
          trigger,
          evidence: { start: 0, end: document.text.length, text: document.text },
        });
      },
    ),
    entities: [{ key: 'KOR', name: 'South Korea', country: 'KOR', sector: null, mentions: [] }],
    quotations: [],
    links: document.text.includes('after')
      ? [
          {
            from: `${document.id}#2`,
            to: `${document.id}#1`,
            relation: 'after',
            cue: { start: 0, end: 0, text: '' },
          },
        ]
      : [],
    notes: document.date === undefined ? ['no date: relative dates stay open'] : [],
  }),
};
