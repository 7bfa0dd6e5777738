import './notices.css';

/** Says that something is on its way. It shows itself only after a moment, so that quick answers do not make the page blink. */
export function LoadingNote({ what }: { readonly what: string }) {
  return (
    <p className="loading" role="status">
      <span className="loading__rope" aria-hidden="true" />
      Loading {what}
    </p>
  );
}
