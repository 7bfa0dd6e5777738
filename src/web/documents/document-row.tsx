import { memo } from 'react';
import type { DocumentSummary } from '../../app/contract.ts';
import { documentName } from '../parts/document-name.ts';
import { formatCount, formatCounted, formatDayAligned } from '../parts/format.ts';
import { ProfileStrip } from '../parts/profile-strip.tsx';
import { Link } from '../router/link.tsx';
import { documentAddress } from '../router/route.ts';

/** One document in the list; the whole row leads to the reader. */
export const DocumentRow = memo(function DocumentRow({
  document,
}: {
  readonly document: DocumentSummary;
}) {
  const { name, beginning } = documentName(document);
  return (
    <li className="document">
      <p className="document__date number">
        {document.date === null ? (
          <span className="document__none">no date</span>
        ) : (
          <time dateTime={document.date}>{formatDayAligned(document.date)}</time>
        )}
      </p>
      <div className="document__what">
        <h2 className="document__title" dir="auto">
          <Link to={documentAddress(document.id)}>{name}</Link>
        </h2>
        <p className="document__by">
          <bdi>{document.publisher ?? 'publisher unknown'}</bdi>
          {beginning !== '' && <bdi className="document__opening">{beginning}</bdi>}
        </p>
      </div>
      <div className="document__strip">
        <ProfileStrip profile={document.profile} />
      </div>
      <p className="document__count number">
        <span aria-hidden="true">{formatCount(document.events)}</span>
        <span className="visually-hidden">{formatCounted(document.events, 'event')}</span>
      </p>
    </li>
  );
});
