import { type ReactNode, useCallback, useMemo } from 'react';
import type { CodedDocumentRecord } from '../../app/contract.ts';
import { formatCounted } from '../parts/format.ts';
import { eventName } from '../parts/quad-class.ts';
import { Link } from '../router/link.tsx';
import type { ReaderCoding, ReaderEvent } from './reader-event.ts';
import { RecordCard } from './record-card.tsx';
import './record-pane.css';

type Links = CodedDocumentRecord['links'];
const noLinks: Links = [];
const noEvents = () => null;

/** A key's name for the eye; `aria-keyshortcuts` tells it to the ear. */
const KeyHint = ({ name }: { readonly name: string }) => (
  <span aria-hidden="true">
    <kbd>{name}</kbd>
  </span>
);

interface RecordPaneProps {
  readonly coding: ReaderCoding;
  readonly chosen: number;
  readonly choose: (index: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly addressOf: (event: ReaderEvent) => string;
  readonly why: boolean;
  readonly setWhy: (open: boolean) => void;
  /** On small screens the pane is a sheet over the text's lower half, which opens and closes. */
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** The coded record beside the text, in the text's order. */
export function RecordPane(props: RecordPaneProps) {
  const { coding, chosen, choose, addressOf, open } = props;
  const { events } = coding;

  const links = useMemo(() => {
    const byEvent = new Map<string, Links[number][]>();
    for (const link of coding.links) {
      for (const id of [link.from, link.to]) {
        const list = byEvent.get(id);
        if (list) list.push(link);
        else byEvent.set(id, [link]);
      }
    }
    return byEvent;
  }, [coding.links]);

  const renderEvent = useCallback(
    (id: string): ReactNode => {
      const index = events.findIndex((event) => event.id === id);
      if (index === -1) return id;
      return (
        <Link to={addressOf(events[index])} replace>
          {eventName(events[index])}
        </Link>
      );
    },
    [events, addressOf],
  );

  return (
    <section className={`record${open ? ' record--open' : ''}`} aria-labelledby="record-title">
      <header className="record__head">
        <h2 id="record-title">Record</h2>
        <p className="record__count number">
          {chosen >= 0
            ? `${chosen + 1} of ${events.length}`
            : formatCounted(events.length, 'event')}
        </p>
        <div className="record__steps">
          <button
            type="button"
            className="button button--bare"
            onClick={() => props.step(-1)}
            disabled={events.length === 0}
            aria-keyshortcuts="k ArrowUp"
          >
            <KeyHint name="k" /> Previous
          </button>
          <button
            type="button"
            className="button button--bare"
            onClick={() => props.step(1)}
            disabled={events.length === 0}
            aria-keyshortcuts="j ArrowDown"
          >
            Next <KeyHint name="j" />
          </button>
          <button
            type="button"
            className="button button--bare record__toggle"
            onClick={() => props.setOpen(!open)}
            aria-expanded={open}
          >
            {open ? 'Close' : 'Open'}
          </button>
        </div>
      </header>
      <div className="record__scroll">
        {events.length === 0 ? (
          <p className="record__none">
            The coder found no event here: no words of its lexicon with an actor whom it knows.
          </p>
        ) : (
          <ol>
            {events.map((event, index) => (
              <RecordCard
                key={event.id}
                event={event}
                index={index}
                chosen={index === chosen}
                address={addressOf(event)}
                choose={choose}
                why={index === chosen && props.why}
                setWhy={props.setWhy}
                links={index === chosen ? (links.get(event.id) ?? noLinks) : noLinks}
                renderEvent={index === chosen ? renderEvent : noEvents}
              />
            ))}
          </ol>
        )}
        <p className="record__coder">
          Coded by <bdi>{coding.coder}</bdi>
        </p>
      </div>
    </section>
  );
}
