import { type MouseEvent, memo, useMemo } from 'react';
import type { Quotation } from '../../app/contract.ts';
import { eventName, quadClassName, quadClassOf } from '../parts/quad-class.ts';
import { assignLanes } from './lanes.ts';
import { collectMarks } from './marks.ts';
import type { ReaderEvent } from './reader-event.ts';
import { SegmentView, type TextLayout } from './segment-view.tsx';
import { cutParagraphs, type Paragraph } from './segments.ts';
import './marked-text.css';

interface ParagraphViewProps {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly layout: TextLayout;
  readonly chosen: number;
}

const ParagraphView = memo(function ParagraphView({
  paragraph,
  text,
  layout,
  chosen,
}: ParagraphViewProps) {
  return (
    <p className="text__line" dir="auto" data-start={paragraph.start}>
      {paragraph.segments.map((segment) => (
        <SegmentView
          key={segment.start}
          segment={segment}
          text={text}
          layout={layout}
          chosen={segment.marks.some((mark) => mark.event === chosen) ? chosen : -1}
        />
      ))}
    </p>
  );
});

const marksEvent = (paragraph: Paragraph, event: number) =>
  event >= 0 &&
  paragraph.segments.some((segment) => segment.marks.some((mark) => mark.event === event));

interface MarkedTextProps {
  readonly text: string;
  readonly events: readonly ReaderEvent[];
  readonly quotations: readonly Quotation[];
  /** Place of the chosen event in the record, −1 for none. */
  readonly chosen: number;
  readonly choose: (event: number) => void;
  readonly addressOf: (event: ReaderEvent) => string;
}

/** The untouched text with what was coded marked in it. A click on marked words chooses their event; another one the next that they tell of. */
export function MarkedText({
  text,
  events,
  quotations,
  chosen,
  choose,
  addressOf,
}: MarkedTextProps) {
  const { paragraphs, layout } = useMemo(() => {
    const marks = collectMarks(text.length, events, quotations);
    const { lanes, count } = assignLanes(marks);
    const layout: TextLayout = {
      quads: events.map((event) => quadClassOf(event.type)),
      names: events.map(
        (event) => `${eventName(event)}, ${quadClassName(quadClassOf(event.type))}`,
      ),
      addresses: events.map(addressOf),
      lanes,
      laneCount: count,
    };
    return { paragraphs: cutParagraphs(text, marks), layout };
  }, [text, events, quotations, addressOf]);

  const pick = (click: MouseEvent<HTMLElement>) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    if (window.getSelection()?.isCollapsed === false) return;
    const segment = (click.target as Element).closest<HTMLElement>('[data-events]');
    const candidates = segment?.dataset.events?.split(' ').filter(Boolean).map(Number) ?? [];
    if (candidates.length === 0) return;
    click.preventDefault();
    choose(candidates[(candidates.indexOf(chosen) + 1) % candidates.length]);
  };

  return (
    // Every event can also be reached by the links at its trigger words and by the reader's keys.
    <div
      className={`text text--lanes-${layout.laneCount}${chosen >= 0 ? ' text--chosen' : ''}`}
      onClickCapture={pick}
    >
      {paragraphs.map((paragraph) => (
        <ParagraphView
          key={paragraph.start}
          paragraph={paragraph}
          text={text}
          layout={layout}
          chosen={marksEvent(paragraph, chosen) ? chosen : -1}
        />
      ))}
    </div>
  );
}
