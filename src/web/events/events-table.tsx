import { memo } from 'react';
import type { LedgerEvent } from '../../app/contract.ts';
import { ClassGlyph } from '../parts/class-glyph.tsx';
import { formatDays, formatIntensity } from '../parts/format.ts';
import { PartyNames } from '../parts/party-name.tsx';
import { eventName, quadClassName, quadClassOf } from '../parts/quad-class.ts';
import { Link } from '../router/link.tsx';
import { documentAddress } from '../router/route.ts';

const EventRow = memo(function EventRow({ event }: { readonly event: LedgerEvent }) {
  const quad = quadClassOf(event.type);
  const { document } = event;
  return (
    <tr className="event">
      <td className="event__date number">
        {event.date === null ? (
          <span className="event__none">no date</span>
        ) : (
          formatDays(event.date.from, event.date.to)
        )}
      </td>
      <th scope="row" className="event__type">
        <Link to={documentAddress(document.id, event.id)}>
          <ClassGlyph quad={quad} size={11} />
          {eventName(event)}
          <span className="visually-hidden">, {quadClassName(quad)}</span>
        </Link>
      </th>
      <td className="event__score number">{formatIntensity(event.intensity)}</td>
      <td className="event__parties">
        <PartyNames parties={event.actors} none="no actor told" />
        {event.recipients.length > 0 && (
          <>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> towards </span>
            <PartyNames parties={event.recipients} none="" />
          </>
        )}
      </td>
      <td className="event__status">{event.status}</td>
      <td className="event__words">
        <q dir="auto">{event.evidence.text}</q>
        <span className="event__document" dir="auto">
          {[document.publisher, document.title].filter(Boolean).join(' · ') || document.id}
        </span>
      </td>
    </tr>
  );
});

interface EventsTableProps {
  readonly events: readonly LedgerEvent[];
  readonly busy: boolean;
}

/** Events as a table; each leads to its words in the reader. */
export function EventsTable({ events, busy }: EventsTableProps) {
  return (
    <table className="events" aria-busy={busy}>
      <caption className="visually-hidden">Events, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Event</th>
          <th scope="col" className="event__score">
            Intensity
          </th>
          <th scope="col">Actor → recipient</th>
          <th scope="col">Status</th>
          <th scope="col">Words</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow key={`${event.document.id} ${event.id}`} event={event} />
        ))}
      </tbody>
    </table>
  );
}
