import type { ReactNode } from 'react';
import type { CodedDocumentRecord, CodedEvent } from '../../app/contract.ts';
import { formatCount, formatDays, formatUnit } from '../parts/format.ts';
import { PartyName } from '../parts/party-name.tsx';

type Attribution = CodedEvent['attribution'][number];
type EventLink = CodedDocumentRecord['links'][number];

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ date }: { readonly date: CodedEvent['date'] }) {
  if (date === null) return <>not told</>;
  return (
    <>
      <span className="number">{formatDays(date.from, date.to)}</span>
      <span className="facts__source">
        {date.basis === 'document' ? (
          'the day of the report; the text names none'
        ) : (
          <>
            from <q dir="auto">{date.text}</q>
          </>
        )}
      </span>
    </>
  );
}

function HowMuch({ quantity }: { readonly quantity: CodedEvent['quantities'][number] }) {
  const { value, low, high, approximate, unit, object, text } = quantity;
  const bounds =
    low !== undefined && high !== undefined && low !== high
      ? `${formatCount(low)} – ${formatCount(high)}`
      : low !== undefined && high === undefined
        ? `at least ${formatCount(low)}`
        : high !== undefined && low === undefined
          ? `at most ${formatCount(high)}`
          : `${approximate ? 'about ' : ''}${formatCount(value)}`;
  return (
    <li>
      <span className="number">{bounds}</span> {formatUnit(value, unit)}
      {object !== '' && object !== unit && <bdi> · {object}</bdi>}
      <span className="facts__source">
        from <q dir="auto">{text}</q>
      </span>
    </li>
  );
}

/** The report tells that one says that another says: the chain from outside in. */
function Tellers({ chain }: { readonly chain: readonly Attribution[] }) {
  if (chain.length === 0) return <>the report itself</>;
  return (
    <ol className="facts__chain">
      {chain.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain is told in order and one may speak twice in it.
        <li key={index}>
          <PartyName party={link.speaker} />
          <span className="facts__source">
            {link.certainty}
            {link.cue !== '' && (
              <>
                , by <q dir="auto">{link.cue}</q>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

const relations: Readonly<Record<EventLink['relation'], readonly [string, string]>> = {
  response: ['answers', 'is answered by'],
  cause: ['is a cause of', 'has as a cause'],
  condition: ['is a condition of', 'has as a condition'],
  purpose: ['has as its purpose', 'is the purpose of'],
  before: ['comes before', 'comes after'],
  after: ['comes after', 'comes before'],
  coincides: ['coincides with', 'coincides with'],
};

interface EventFactsProps {
  readonly event: CodedEvent;
  readonly links: readonly EventLink[];
  /** Name of another event of the document and a way to it. */
  readonly renderEvent: (id: string) => ReactNode;
}

/** Everything the record says of one event but its type and parties. */
export function EventFacts({ event, links, renderEvent }: EventFactsProps) {
  return (
    <dl className="facts">
      <Fact name="Words">
        <q dir="auto">{event.evidence.text}</q>
      </Fact>
      {event.also.length > 0 && (
        <Fact name="Told again">
          {event.also.map((span) => (
            <q key={span.start} className="facts__also" dir="auto">
              {span.text}
            </q>
          ))}
        </Fact>
      )}
      <Fact name="When">
        <When date={event.date} />
      </Fact>
      {event.place !== null && (
        <Fact name="Where">
          <bdi>{event.place.name}</bdi>
          {event.place.country !== null && (
            <span className="facts__code">{event.place.country}</span>
          )}
        </Fact>
      )}
      {event.quantities.length > 0 && (
        <Fact name="How much">
          <ul>
            {event.quantities.map((quantity) => (
              <HowMuch key={`${quantity.start}-${quantity.value}`} quantity={quantity} />
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="According to">
        <Tellers chain={event.attribution} />
      </Fact>
      {event.condition !== null && (
        <Fact name="On condition">
          <q dir="auto">{event.condition.text}</q>
        </Fact>
      )}
      {links.map((link) => {
        const outward = link.from === event.id;
        return (
          <Fact key={`${link.from} ${link.relation} ${link.to}`} name="Link">
            {relations[link.relation][outward ? 0 : 1]} {renderEvent(outward ? link.to : link.from)}
            <span className="facts__source">
              by <q dir="auto">{link.cue.text}</q>
            </span>
          </Fact>
        );
      })}
      {event.contexts.length > 0 && (
        <Fact name="Contexts">
          {event.contexts.map((name) => name.replaceAll('_', ' ')).join(', ')}
        </Fact>
      )}
    </dl>
  );
}
