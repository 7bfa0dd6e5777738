import { type EventFilter, fetchEvents } from '../api/client.ts';
import { usePages } from '../api/use-pages.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { formatCounted } from '../parts/format.ts';
import { LoadingNote } from '../parts/loading-note.tsx';
import { MoreRows } from '../parts/more-rows.tsx';
import { Page } from '../parts/page.tsx';
import { navigate, useAddress, withQuery } from '../router/address.ts';
import { Link } from '../router/link.tsx';
import { eventsPath } from '../router/route.ts';
import { EventsFilter } from './events-filter.tsx';
import { EventsTable } from './events-table.tsx';
import './events-page.css';

const fields = ['dyad', 'type', 'status', 'from', 'to'] as const;

function readFilter(query: URLSearchParams): EventFilter {
  const filter: Record<string, string> = {};
  for (const field of fields) {
    const value = query.get(field)?.trim();
    if (value) filter[field] = value;
  }
  return filter;
}

function NoEvents({ filtered }: { readonly filtered: boolean }) {
  if (!filtered) {
    return (
      <div className="empty">
        <h2>No events yet</h2>
        <p>Events come from the documents of the ledger. Add reports at the command line:</p>
        <pre className="command">tightrope add reports/ more.jsonl</pre>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>No event fits all of these filters</h2>
      <p>
        Events without a date are left out where days are given. Countries are written as codes of
        three letters, KOR or RUS.
      </p>
      <Link className="button" to={eventsPath} replace>
        Clear the filters
      </Link>
    </div>
  );
}

/** The events of all documents, newest first, filtered by what stands in the address. */
export function EventsPage() {
  const address = useAddress();
  const filter = readFilter(address.query);
  const pages = usePages(`events?${new URLSearchParams({ ...filter })}`, (cursor, signal) =>
    fetchEvents({ ...filter, cursor }, signal),
  );
  const filtered = Object.keys(filter).length > 0;
  const count = pages.items?.length ?? 0;
  return (
    <Page
      title="Events"
      aside={
        count > 0 && (
          <output>{pages.more ? `first ${count}` : formatCounted(count, 'event')}</output>
        )
      }
    >
      <EventsFilter
        filter={filter}
        set={(change) => navigate(withQuery(address, change), { replace: true })}
      />
      {pages.failure !== null && pages.items === null && (
        <FailureNotice failure={pages.failure} retry={pages.retry} />
      )}
      {pages.failure === null && pages.items === null && <LoadingNote what="events" />}
      {pages.items !== null && pages.items.length === 0 && <NoEvents filtered={filtered} />}
      {pages.items !== null && pages.items.length > 0 && (
        <>
          <EventsTable events={pages.items} busy={pages.loading} />
          <MoreRows pages={pages} what="events" />
        </>
      )}
    </Page>
  );
}
