import type { QuadClass } from './quad-class.ts';

interface ClassGlyphProps {
  readonly quad: QuadClass;
  /** Side in pixels. */
  readonly size?: number;
}

/** The sign of a class: up for cooperation, down for conflict, filled for material, hollow for verbal. The class's name must stand in words beside it. */
export function ClassGlyph({ quad, size = 10 }: ClassGlyphProps) {
  const up = quad.endsWith('cooperation');
  const filled = quad.startsWith('material');
  return (
    <svg
      aria-hidden="true"
      className={`glyph class--${quad}`}
      width={size}
      height={size}
      viewBox="0 0 10 10"
      focusable="false"
    >
      <path
        d={up ? 'M5 1.2 9 8.8H1Z' : 'M5 8.8 1 1.2H9Z'}
        fill={filled ? 'var(--class)' : 'none'}
        stroke="var(--class)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
