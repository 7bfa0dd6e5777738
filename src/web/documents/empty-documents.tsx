import { Link } from '../router/link.tsx';
import { documentsPath, pastePath } from '../router/route.ts';

/** What to do with an empty ledger. */
export function EmptyLedger() {
  return (
    <div className="empty">
      <h2>The ledger is empty</h2>
      <p>
        Reports come in at the command line: text files, JSON lines, or a whole folder. Each is
        coded and kept; the same report twice is one.
      </p>
      <pre className="command">tightrope add reports/ more.jsonl</pre>
      <p>
        This page shows them when it is loaded again. To see what the coder makes of a text without
        keeping it, <Link to={pastePath}>paste one</Link>.
      </p>
    </div>
  );
}

/** What to do when a search finds nothing. */
export function NothingFound({ q }: { readonly q: string }) {
  return (
    <div className="empty">
      <h2>
        No document has <bdi>{q}</bdi>
      </h2>
      <p>
        All words of a search must occur in the title or the text. Try fewer of them, or the
        beginning of a word with a star: <code>sanction*</code>.
      </p>
      <Link className="button" to={documentsPath}>
        See all documents
      </Link>
    </div>
  );
}
