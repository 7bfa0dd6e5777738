import { memo, type ReactNode } from 'react';
import type { CodedDocumentRecord } from '../../app/contract.ts';
import { ClassGlyph } from '../parts/class-glyph.tsx';
import { formatDays, formatIntensity } from '../parts/format.ts';
import { PartyNames } from '../parts/party-name.tsx';
import { eventName, quadClassName, quadClassOf } from '../parts/quad-class.ts';
import { Link } from '../router/link.tsx';
import { EventFacts } from './event-facts.tsx';
import { Explanation } from './explanation.tsx';
import type { ReaderEvent } from './reader-event.ts';

function Confidence({ value }: { readonly value: number }) {
  return (
    <span className="confidence" title="confidence">
      <span className="visually-hidden">confidence </span>
      <span className="confidence__bar" aria-hidden="true">
        <span style={{ width: `${Math.round(value * 100)}%` }} />
      </span>
      <span className="number">{value.toFixed(2)}</span>
    </span>
  );
}

/** Who acts on whom; for what has no direction, who takes part. */
function Parties({ event }: { readonly event: ReaderEvent }) {
  return (
    <p className="card__parties">
      <PartyNames parties={event.actors} none="no actor told" />
      {event.recipients.length > 0 && (
        <>
          <span className="card__arrow" aria-hidden="true">
            {' → '}
          </span>
          <span className="visually-hidden"> towards </span>
          <PartyNames parties={event.recipients} none="" />
        </>
      )}
    </p>
  );
}

interface RecordCardProps {
  readonly event: ReaderEvent;
  readonly index: number;
  readonly chosen: boolean;
  readonly address: string;
  readonly choose: (index: number) => void;
  readonly why: boolean;
  readonly setWhy: (open: boolean) => void;
  readonly links: CodedDocumentRecord['links'];
  readonly renderEvent: (id: string) => ReactNode;
}

/** One event of the record; the chosen one unfolds. */
export const RecordCard = memo(function RecordCard(props: RecordCardProps) {
  const { event, index, chosen, choose } = props;
  const quad = quadClassOf(event.type);
  const teller = event.attribution.findLast((link) => link.certainty !== 'asserted');
  return (
    <li
      className={`card class--${quad}${chosen ? ' card--chosen' : ''}${event.state === 'rejected' ? ' card--rejected' : ''}`}
      data-card={index}
    >
      <div className="card__face">
        <h3 className="card__type">
          <ClassGlyph quad={quad} size={11} />
          <Link
            to={props.address}
            replace
            aria-current={chosen ? 'true' : undefined}
            onClick={(click) => {
              if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
              click.preventDefault();
              choose(index);
            }}
          >
            {eventName(event)}
            <span className="visually-hidden">, {quadClassName(quad)}</span>
          </Link>
        </h3>
        <p className="card__score number">{formatIntensity(event.intensity)}</p>
        <Parties event={event} />
        <p className="card__meta">
          <span className={`status status--${event.status}`}>{event.status}</span>
          {event.state !== undefined && event.state !== 'coded' && (
            <span className="status status--state">{event.state}</span>
          )}
          {event.date !== null && (
            <span className="number">{formatDays(event.date.from, event.date.to)}</span>
          )}
          {event.place !== null && <bdi>{event.place.name}</bdi>}
          {teller !== undefined && (
            <span>
              {teller.certainty} by <bdi>{teller.speaker.name}</bdi>
            </span>
          )}
          <Confidence value={event.confidence} />
        </p>
      </div>
      {chosen && (
        <div className="card__more">
          <EventFacts event={event} links={props.links} renderEvent={props.renderEvent} />
          <details
            open={props.why}
            onToggle={(toggle) => props.setWhy(toggle.currentTarget.open)}
            className="why"
          >
            <summary>Why the coder says so</summary>
            <Explanation event={event} />
          </details>
        </div>
      )}
    </li>
  );
});
