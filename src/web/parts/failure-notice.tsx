import type { ApiFailure } from '../api/client.ts';
import './notices.css';

interface FailureNoticeProps {
  readonly failure: ApiFailure;
  readonly retry?: () => void;
}

/** Whether the same question may be answered next time: a fault of the asker's stays one. */
const mayPass = (failure: ApiFailure) => failure.status < 400 || failure.status >= 500;

/** What went wrong, where, and what to do: the API's error as it stands. */
export function FailureNotice({ failure, retry }: FailureNoticeProps) {
  const { message, where, found, expected, hint } = failure.body;
  const facts = [
    ['Where', where],
    ['Found', found],
    ['Expected', expected],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  return (
    <div className="notice notice--fault" role="alert">
      <p className="notice__title" dir="auto">
        {message}
      </p>
      {facts.length > 0 && (
        <dl className="notice__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {hint !== undefined && <p>{hint}</p>}
      {retry !== undefined && mayPass(failure) && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
