import { useCallback, useMemo } from 'react';
import type { DocumentDetail } from '../../app/contract.ts';
import { fetchDocument } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { documentName } from '../parts/document-name.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { formatDay } from '../parts/format.ts';
import { LoadingNote } from '../parts/loading-note.tsx';
import { usePageTitle } from '../parts/page.tsx';
import { Link } from '../router/link.tsx';
import { documentsPath, shortEventId } from '../router/route.ts';
import { Reader } from './reader.tsx';
import type { ReaderEvent } from './reader-event.ts';

/** An address from a document is only followed where it is one of the web: it may hold anything. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

function Byline({ document }: { readonly document: DocumentDetail }) {
  const url = webAddress(document.url);
  return (
    <p className="byline">
      <bdi>{document.publisher ?? 'publisher unknown'}</bdi>
      {document.author !== null && <bdi>{document.author}</bdi>}
      {document.date === null ? (
        <span>no date</span>
      ) : (
        <time dateTime={document.date}>{formatDay(document.date)}</time>
      )}
      {document.source !== null && (
        <span title={document.source}>
          read from <bdi>{document.source.replace(/^.*[/\\]/, '')}</bdi>
        </span>
      )}
      {url !== null && (
        <a href={url} target="_blank" rel="noreferrer noopener">
          original
        </a>
      )}
    </p>
  );
}

function LoadedDocument({ document }: { readonly document: DocumentDetail }) {
  const { name } = documentName(document);
  const heading = usePageTitle(name);
  const shortId = useCallback(
    (event: ReaderEvent) => shortEventId(document.id, event.id),
    [document.id],
  );
  const coding = useMemo(() => ({ ...document.coding, coder: document.coder }), [document]);
  return (
    <Reader text={document.text} coding={coding} shortId={shortId}>
      <header className="reader__head">
        <Link className="reader__back" to={documentsPath}>
          Documents
        </Link>
        <h1
          ref={heading}
          tabIndex={-1}
          dir="auto"
          className={document.title === null ? 'visually-hidden' : undefined}
        >
          {name}
        </h1>
        <Byline document={document} />
      </header>
    </Reader>
  );
}

/** A kept document in the reader. */
export function DocumentPage({ id }: { readonly id: string }) {
  const { value, failure, retry } = useLoaded(`document ${id}`, (signal) =>
    fetchDocument(id, signal),
  );
  if (value !== null) return <LoadedDocument document={value} />;
  return (
    <div className="page">
      {failure === null ? (
        <LoadingNote what="the document" />
      ) : (
        <FailedDocument failure={failure} retry={retry} />
      )}
    </div>
  );
}

function FailedDocument(props: Parameters<typeof FailureNotice>[0]) {
  const heading = usePageTitle('Document');
  return (
    <>
      <header className="page__head">
        <h1 ref={heading} tabIndex={-1}>
          This document cannot be shown
        </h1>
      </header>
      <FailureNotice {...props} />
      <p className="reader__after">
        <Link to={documentsPath}>See all documents</Link>
      </p>
    </>
  );
}
