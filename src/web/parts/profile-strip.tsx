import { memo } from 'react';
import type { DocumentSummary } from '../../app/contract.ts';
import { formatCounted, formatIntensity } from './format.ts';
import { quadClassOf } from './quad-class.ts';
import './profile-strip.css';

const width = 160;
const height = 32;
const middle = height / 2;

type Profile = DocumentSummary['profile'];

function describe(profile: Profile): string {
  const intensities = profile.map((event) => event.intensity);
  const up = intensities.filter((intensity) => intensity > 0).length;
  const down = intensities.filter((intensity) => intensity < 0).length;
  return `${formatCounted(profile.length, 'event')}: ${up} cooperative, ${down} conflictual, from ${formatIntensity(
    Math.min(...intensities),
  )} to ${formatIntensity(Math.max(...intensities))}`;
}

/**
 * A document's events in the order of its text, as bars about a line: up is cooperation, down is conflict, the height is
 * the intensity (the full half is 10), hollow is verbal and filled is material.
 */
export const ProfileStrip = memo(function ProfileStrip({ profile }: { profile: Profile }) {
  if (profile.length === 0) return <span className="strip strip--none">no events</span>;
  const step = Math.min(8, width / profile.length);
  const bar = Math.max(0.75, step - 2.5);
  const hollow = bar >= 4;
  return (
    <svg
      className="strip"
      role="img"
      aria-label={describe(profile)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <line className="strip__line" x1="0" x2={width} y1={middle} y2={middle} />
      {profile.map((event, index) => {
        const quad = quadClassOf(event.type);
        const length = Math.max(1.5, (Math.abs(event.intensity) / 10) * (middle - 1));
        const outlined = hollow && quad.startsWith('verbal');
        const inset = outlined ? 0.6 : 0;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a profile is drawn whole; its bars have no identity but their place.
            key={index}
            className={`strip__bar class--${quad}${outlined ? ' strip__bar--hollow' : ''}`}
            x={index * step + inset}
            width={bar - 2 * inset}
            y={event.intensity >= 0 ? middle - length + inset : middle + inset}
            height={Math.max(0.5, length - 2 * inset)}
          />
        );
      })}
    </svg>
  );
});
