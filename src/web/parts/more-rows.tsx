import type { Pages } from '../api/use-pages.ts';
import { FailureNotice } from './failure-notice.tsx';

/** The end of a list that comes in pages: what follows can be asked for, and what failed tried again. */
export function MoreRows({
  pages,
  what,
}: {
  readonly pages: Pages<unknown>;
  readonly what: string;
}) {
  if (pages.failure !== null) return <FailureNotice failure={pages.failure} retry={pages.retry} />;
  if (!pages.more) return null;
  return (
    <button
      type="button"
      className="button more"
      onClick={pages.loadMore}
      aria-disabled={pages.loading}
    >
      {pages.loading ? 'Loading' : `Show more ${what}`}
    </button>
  );
}
