import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodedDocumentRecord, CodeRequest } from '../../app/contract.ts';
import { type ApiFailure, codeText } from '../api/client.ts';
import { asFailure } from '../api/use-loaded.ts';
import { formatDay } from '../parts/format.ts';
import { Reader } from '../reader/reader.tsx';
import type { ReaderEvent } from '../reader/reader-event.ts';
import { navigate } from '../router/address.ts';
import { pastePath, shortEventId } from '../router/route.ts';
import { PasteForm } from './paste-form.tsx';
import './paste-page.css';

interface Coded {
  readonly input: CodeRequest;
  readonly record: CodedDocumentRecord;
}

function CodedText({ coded, change }: { readonly coded: Coded; readonly change: () => void }) {
  const { input, record } = coded;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const shortId = useCallback(
    (event: ReaderEvent) => shortEventId(record.id, event.id),
    [record.id],
  );
  return (
    <Reader text={input.text} coding={record} shortId={shortId}>
      <header className="reader__head">
        <button type="button" className="button" onClick={change}>
          Change the text
        </button>
        <h1 ref={heading} tabIndex={-1}>
          A pasted text
        </h1>
        <p className="byline">
          <span>not kept</span>
          <span>{input.date === undefined ? 'no date' : formatDay(input.date)}</span>
        </p>
      </header>
    </Reader>
  );
}

/** Codes a text that is pasted, shows it in the reader, and keeps nothing. */
export function PastePage() {
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [coded, setCoded] = useState<Coded | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = 'Paste a text · Tightrope';
    return () => running.current?.abort();
  }, []);

  const code = async () => {
    const input: CodeRequest = date === '' ? { text } : { text, date };
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    setBusy(true);
    setFailure(null);
    try {
      const record = await codeText(input, abort.signal);
      navigate(pastePath, { replace: true });
      window.scrollTo(0, 0);
      setCoded({ input, record });
    } catch (cause) {
      if (!abort.signal.aborted) setFailure(asFailure(cause));
    } finally {
      if (running.current === abort) setBusy(false);
    }
  };

  if (coded !== null) {
    return (
      <CodedText
        coded={coded}
        change={() => {
          setCoded(null);
          navigate(pastePath, { replace: true });
        }}
      />
    );
  }
  return (
    <PasteForm
      text={text}
      setText={setText}
      date={date}
      setDate={setDate}
      busy={busy}
      failure={failure}
      code={code}
    />
  );
}
