import { ClassGlyph } from '../parts/class-glyph.tsx';
import { quadClasses, quadClassName } from '../parts/quad-class.ts';

/** How to read the marks. */
export function Legend() {
  return (
    <ul className="legend" aria-label="Marks">
      {quadClasses.map((quad) => (
        <li key={quad} className={`class--${quad}`}>
          <ClassGlyph quad={quad} size={9} />
          <span
            className={`legend__line legend__line--${quad.startsWith('verbal') ? 'verbal' : 'material'}`}
          >
            {quadClassName(quad)}
          </span>
        </li>
      ))}
      <li>
        <span className="legend__party">party</span>
      </li>
      <li>
        <span className="legend__quote">quotation</span>
      </li>
    </ul>
  );
}
