import type { DocumentSummary } from '../../app/contract.ts';
import { fetchDocuments, fetchStatus } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { formatCounted, formatDays } from '../parts/format.ts';
import { LoadingNote } from '../parts/loading-note.tsx';
import { MoreRows } from '../parts/more-rows.tsx';
import { Page } from '../parts/page.tsx';
import { useTyped } from '../parts/use-typed.ts';
import { navigate, useAddress, withQuery } from '../router/address.ts';
import { DocumentRow } from './document-row.tsx';
import { EmptyLedger, NothingFound } from './empty-documents.tsx';
import './documents-page.css';

function SearchField({ q, search }: { readonly q: string; readonly search: (q: string) => void }) {
  const [typed, type] = useTyped(q, search);
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to all screen readers.
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed);
      }}
    >
      <label className="visually-hidden" htmlFor="search">
        Search the documents
      </label>
      <input
        id="search"
        className="input"
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder='Search: words, "a phrase", begin*, -without'
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
    </form>
  );
}

function Rows({ pages, q }: { readonly pages: Pages<DocumentSummary>; readonly q: string }) {
  if (pages.failure !== null && pages.items === null) {
    return <FailureNotice failure={pages.failure} retry={pages.retry} />;
  }
  if (pages.items === null) return <LoadingNote what="documents" />;
  if (pages.items.length === 0) return q === '' ? <EmptyLedger /> : <NothingFound q={q} />;
  return (
    <>
      <div className="documents__head" aria-hidden="true">
        <span>Date</span>
        <span>Document</span>
        <span>Intensity of its events</span>
        <span className="documents__count">Events</span>
      </div>
      <ul className="documents" aria-busy={pages.loading}>
        {pages.items.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      <MoreRows pages={pages} what="documents" />
    </>
  );
}

/** What a search found, or what the ledger holds in all. */
function Extent({ pages, q }: { readonly pages: Pages<DocumentSummary>; readonly q: string }) {
  const { value: status } = useLoaded('status', fetchStatus);
  const count = pages.items?.length ?? 0;
  if (count === 0) return null;
  if (q !== '') {
    return (
      <output>{pages.more ? `first ${count}` : formatCounted(count, 'match', 'matches')}</output>
    );
  }
  if (status === null) return null;
  const days = status.from !== null && status.to !== null && formatDays(status.from, status.to);
  return (
    <output>
      {formatCounted(status.documents, 'document')}, {formatCounted(status.events, 'event')}
      {days && `, ${days}`}
    </output>
  );
}

/** All documents of the ledger, newest first. */
export function DocumentsPage() {
  const address = useAddress();
  const q = address.query.get('q')?.trim() ?? '';
  const pages = usePages(`documents?q=${q}`, (cursor, signal) =>
    fetchDocuments({ q, cursor }, signal),
  );
  return (
    <Page
      title="Documents"
      aside={<Extent pages={pages} q={q} />}
      actions={
        <SearchField
          q={q}
          search={(text) => navigate(withQuery(address, { q: text.trim() }), { replace: true })}
        />
      }
    >
      <Rows pages={pages} q={q} />
    </Page>
  );
}
