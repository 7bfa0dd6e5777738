import { type CSSProperties, memo } from 'react';
import type { QuadClass } from '../parts/quad-class.ts';
import { Link } from '../router/link.tsx';
import type { Mark, MarkRole } from './marks.ts';
import type { Segment } from './segments.ts';

/** What drawing needs to know of the record: by the event's place in it. */
export interface TextLayout {
  readonly quads: readonly QuadClass[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly lanes: ReadonlyMap<number, number>;
  readonly laneCount: number;
}

const lanePitch = 4;

const labels: Partial<Record<MarkRole, string>> = {
  actor: 'actor',
  recipient: 'recipient',
  date: 'when',
  place: 'where',
  quantity: 'how much',
  condition: 'if',
  teller: 'says',
  also: 'again',
};

/**
 * The lines under a segment, one per event that it tells of, solid for material and broken for verbal; behind the words
 * the fill that the style sheet gives, which ends above the lines.
 */
function drawBackground(marks: readonly Mark[], layout: TextLayout, chosen: number): CSSProperties {
  const images: string[] = [];
  const places: string[] = [];
  for (const mark of marks) {
    if (mark.role !== 'evidence') continue;
    const quad = layout.quads[mark.event];
    const lane = layout.lanes.get(mark.event) ?? 0;
    const strength = mark.event === chosen ? '100%' : 'var(--lane-strength)';
    const colour = `color-mix(in srgb, var(--${quad}) ${strength}, transparent)`;
    images.push(
      quad.startsWith('material')
        ? `linear-gradient(${colour}, ${colour})`
        : `repeating-linear-gradient(90deg, ${colour} 0 4px, transparent 4px 7px)`,
    );
    places.push(`0 calc(100% - ${(layout.laneCount - 1 - lane) * lanePitch}px) / 100% 2px`);
  }
  images.push('linear-gradient(var(--fill), var(--fill))');
  places.push('0 0 / 100% calc(100% - var(--lanes-height))');
  return { background: images.map((image, at) => `${image} ${places[at]} no-repeat`).join(', ') };
}

/** Events that a click on the segment may mean: the one whose words are fewest first. */
function eventsUnder(marks: readonly Mark[]): number[] {
  const telling = marks
    .filter((mark) => mark.event >= 0 && /^(?:trigger|evidence|also)$/.test(mark.role))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return [...new Set(telling.map((mark) => mark.event))];
}

interface SegmentViewProps {
  readonly segment: Segment;
  readonly text: string;
  readonly layout: TextLayout;
  /** The chosen event where it marks this segment, else −1. */
  readonly chosen: number;
}

/** A segment's words with the marks that hold over it. Plain text stays plain. */
export const SegmentView = memo(function SegmentView({
  segment,
  text,
  layout,
  chosen,
}: SegmentViewProps) {
  const { marks, start } = segment;
  const words = text.slice(start, segment.end);
  if (marks.length === 0) return words;

  const has = (role: MarkRole) => marks.some((mark) => mark.role === role);
  const own = chosen === -1 ? [] : marks.filter((mark) => mark.event === chosen);
  const label = own
    .filter((mark) => mark.start === start && labels[mark.role] !== undefined)
    .map((mark) => labels[mark.role])
    .join(', ');
  const triggers = marks.filter((mark) => mark.role === 'trigger');
  const begun = triggers.filter((mark) => mark.start === start);
  const classes = ['seg'];
  if (has('quotation')) classes.push('seg--quote');
  if (has('actor') || has('recipient')) classes.push('seg--party');
  if (triggers.length > 0) classes.push('seg--trigger');
  if (own.length > 0) classes.push('seg--chosen');
  // A phrase that tells of the act may hold a party to it ("expelled two envoys"): the party stands out from it.
  if (own.some((mark) => labels[mark.role] !== undefined)) classes.push('seg--chosen-part');
  else if (own.some((mark) => mark.role === 'trigger')) classes.push('seg--chosen-trigger');
  const face = triggers.find((mark) => mark.event === chosen) ?? triggers[0];
  if (face !== undefined) classes.push(`class--${layout.quads[face.event]}`);

  const shared = {
    className: classes.join(' '),
    style: drawBackground(marks, layout, chosen),
    'data-events': eventsUnder(marks).join(' '),
  };
  const content = (
    <>
      {label !== '' && <span className="seg__label" data-label={label} aria-hidden="true" />}
      {begun.slice(0, 3).map((mark) => (
        <span
          key={mark.event}
          className={`seg__tick seg__tick--${layout.quads[mark.event]} class--${layout.quads[mark.event]}`}
          data-trigger={mark.event}
          aria-hidden="true"
        />
      ))}
      {words}
    </>
  );
  if (face === undefined) return <span {...shared}>{content}</span>;
  return (
    <Link
      {...shared}
      to={layout.addresses[face.event]}
      replace
      tabIndex={begun.length > 0 ? undefined : -1}
      title={layout.names[face.event]}
      aria-current={face.event === chosen ? 'true' : undefined}
    >
      {content}
    </Link>
  );
});
