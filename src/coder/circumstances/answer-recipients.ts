import { mutualTypes } from '../ontology.ts';
import type { CodedEvent, EventLink } from '../record.ts';

/**
 * "Moscow criticized Seoul. In response, Seoul rebuked …": who answers an act without saying whom answers those who did
 * it. Events by id; returns those that change.
 */
export function answerRecipients(
  events: ReadonlyMap<string, CodedEvent>,
  links: readonly EventLink[],
): Map<string, CodedEvent> {
  const changed = new Map<string, CodedEvent>();
  for (const { from, to, relation, cue } of links) {
    const answer = events.get(from);
    const act = events.get(to);
    if (relation !== 'response' || !answer || !act || mutualTypes.has(answer.type)) continue;
    if (answer.recipients.some(({ country }) => country !== null)) continue;
    const own = answer.actors.map(({ country }) => country);
    const addressed = act.actors.filter(
      ({ country }) => country !== null && !own.includes(country),
    );
    if (own.length === 0 || addressed.length === 0) continue;
    const step = `those who did what is answered "${cue.text}" are taken for the recipients`;
    changed.set(from, {
      ...answer,
      recipients: addressed,
      explanation: { ...answer.explanation, steps: [...answer.explanation.steps, step] },
    });
  }
  return changed;
}
