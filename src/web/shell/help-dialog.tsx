import { useEffect, useRef } from 'react';
import { ClassGlyph } from '../parts/class-glyph.tsx';
import { quadClasses, quadClassName } from '../parts/quad-class.ts';
import { setLetterKeys, useLetterKeys } from './keys.ts';
import './help-dialog.css';

const keys: readonly (readonly [readonly string[], string])[] = [
  [['j', '↓'], 'next event'],
  [['k', '↑'], 'previous event'],
  [['Enter'], 'why the coder says so'],
  [['Esc'], 'let go of the event'],
  [['/'], 'search documents'],
  [['?'], 'this page'],
];

interface HelpDialogProps {
  readonly open: boolean;
  readonly close: () => void;
}

/** Keys and signs. */
export function HelpDialog({ open, close }: HelpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const letters = useLetterKeys();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={close}>
      <div className="help__head">
        <h2 id="help-title">Keys and signs</h2>
        <button type="button" className="button button--bare" onClick={close}>
          Close
        </button>
      </div>
      <div className="help__columns">
        <section aria-labelledby="help-keys">
          <h3 id="help-keys">Keys</h3>
          <dl className="help__list">
            {keys.map(([names, meaning]) => (
              <div key={meaning}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label className="help__switch">
            <input
              type="checkbox"
              checked={letters}
              onChange={(change) => setLetterKeys(change.target.checked)}
            />
            Listen to single letters
          </label>
        </section>
        <section aria-labelledby="help-signs">
          <h3 id="help-signs">Signs</h3>
          <dl className="help__list">
            {quadClasses.map((quad) => (
              <div key={quad}>
                <dt>
                  <ClassGlyph quad={quad} size={13} />
                </dt>
                <dd>{quadClassName(quad)}</dd>
              </div>
            ))}
          </dl>
          <p className="help__note">
            Intensity runs from −10, violence between the parties, to +10, material help.
          </p>
        </section>
      </div>
    </dialog>
  );
}
