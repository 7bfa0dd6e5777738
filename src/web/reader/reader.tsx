import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { navigate, useAddress, withQuery } from '../router/address.ts';
import { useKeys } from '../shell/keys.ts';
import { Legend } from './legend.tsx';
import { MarkedText } from './marked-text.tsx';
import type { ReaderCoding, ReaderEvent } from './reader-event.ts';
import { RecordPane } from './record-pane.tsx';
import { reveal } from './reveal.ts';
import './reader.css';

interface ReaderProps {
  readonly text: string;
  readonly coding: ReaderCoding;
  /** An event's name in the address bar. */
  readonly shortId: (event: ReaderEvent) => string;
  /** Stands above the text: title, byline. */
  readonly children: ReactNode;
}

/**
 * A text and its coded record side by side. The chosen event is in the address; choosing it on either side
 * shows it on the other.
 */
export function Reader({ text, coding, shortId, children }: ReaderProps) {
  const address = useAddress();
  const { events } = coding;
  const wanted = address.query.get('event');
  const chosen = wanted === null ? -1 : events.findIndex((event) => shortId(event) === wanted);
  const [why, setWhy] = useState(false);
  const [open, setOpen] = useState(chosen >= 0);
  const frame = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const settled = useRef(false);

  const path = address.path;
  const addressOf = useCallback(
    (event: ReaderEvent) => `${path}?${new URLSearchParams({ event: shortId(event) })}`,
    [path, shortId],
  );
  const choose = useCallback(
    (index: number) => {
      const event = events[index];
      const to =
        event === undefined
          ? withQuery({ path, query: new URLSearchParams() }, {})
          : addressOf(event);
      navigate(to, { replace: true });
    },
    [events, addressOf, path],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      if (events.length === 0) return;
      const from = chosen === -1 && by === -1 ? events.length : chosen;
      choose(Math.min(events.length - 1, Math.max(0, from + by)));
    },
    [events.length, chosen, choose],
  );

  useEffect(() => {
    if (chosen < 0) return;
    setOpen(true);
    const smooth = settled.current;
    settled.current = true;
    const shown = requestAnimationFrame(() => {
      reveal(frame.current?.querySelector(`[data-card="${chosen}"]`), 'nearest', smooth);
      reveal(frame.current?.querySelector(`[data-trigger="${chosen}"]`), 'center', smooth);
    });
    return () => cancelAnimationFrame(shown);
  }, [chosen]);

  const byKey = (by: 1 | -1) => (key: KeyboardEvent) => {
    key.preventDefault();
    step(by);
  };
  /** Where the text itself has the focus, arrows scroll it as everywhere. */
  const byArrow = (by: 1 | -1) => (key: KeyboardEvent) => {
    if (key.target !== article.current) byKey(by)(key);
  };
  const unfold = (key: KeyboardEvent) => {
    if (chosen < 0 || (key.target as Element).closest('a, button, summary')) return;
    setWhy((unfolded) => !unfolded);
  };
  const letGo = () => choose(-1);
  useKeys({
    j: byKey(1),
    k: byKey(-1),
    ArrowDown: byArrow(1),
    ArrowUp: byArrow(-1),
    Escape: letGo,
    Enter: unfold,
  });

  return (
    <div className="reader" ref={frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach. */}
      <article className="reader__text" ref={article} tabIndex={0} aria-label="Text">
        {children}
        {coding.notes.length > 0 && (
          <ul className="reader__notes" aria-label="What the coder could not settle">
            {coding.notes.map((note) => (
              <li key={note} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        )}
        <Legend />
        <MarkedText
          text={text}
          events={events}
          quotations={coding.quotations}
          chosen={chosen}
          choose={choose}
          addressOf={addressOf}
        />
      </article>
      <RecordPane
        coding={coding}
        chosen={chosen}
        choose={choose}
        step={step}
        addressOf={addressOf}
        why={why}
        setWhy={setWhy}
        open={open}
        setOpen={setOpen}
      />
    </div>
  );
}
