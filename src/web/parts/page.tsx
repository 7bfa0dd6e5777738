import { type ReactNode, useEffect, useRef } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  /** What stands in the browser's tab; the title where it is not given. */
  readonly tab?: string;
  /** Beside the title: a count, a state. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let firstPage = true;

/** Names the tab and, on all but the first page, moves the focus to its heading, so that a screen reader tells of the change. */
export function usePageTitle(tab: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Tightrope`;
  }, [tab]);
  useEffect(() => {
    if (firstPage) firstPage = false;
    else heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** A page of the workbench: its heading, what can be done with the whole of it, and its content. */
export function Page({ title, tab = title, aside, actions, children }: PageProps) {
  const heading = usePageTitle(tab);
  return (
    <div className="page">
      <header className="page__head">
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h1>
        {aside !== undefined && <p className="page__aside number">{aside}</p>}
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
