import { useCallback, useEffect, useState } from 'react';
import { ApiFailure } from './client.ts';

export interface Loaded<Value> {
  /** The last answer; while another one is on its way it stays, so that nothing flickers. */
  readonly value: Value | null;
  readonly failure: ApiFailure | null;
  readonly loading: boolean;
  readonly retry: () => void;
}

/** An error as the reader can be told it; a programming error keeps its own words. */
export function asFailure(cause: unknown): ApiFailure {
  if (cause instanceof ApiFailure) return cause;
  return new ApiFailure(0, {
    code: 'bug',
    message: cause instanceof Error ? cause.message : String(cause),
    hint: 'This is a fault of the workbench. Reload the page; if it comes again, please report it.',
  });
}

interface State<Value> {
  readonly key: string;
  readonly value: Value | null;
  readonly failure: ApiFailure | null;
}

/**
 * Loads a value and loads it again when `key` changes; what `load` needs must be told by the key.
 * A value that belongs to another key is not shown: the pages of two documents must not mix.
 */
export function useLoaded<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
): Loaded<Value> {
  const [state, setState] = useState<State<Value>>({ key, value: null, failure: null });
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew on each drawing; `key` stands for it.
  useEffect(() => {
    const abort = new AbortController();
    setLoading(true);
    load(abort.signal).then(
      (value) => {
        if (abort.signal.aborted) return;
        setState({ key, value, failure: null });
        setLoading(false);
      },
      (cause: unknown) => {
        if (abort.signal.aborted) return;
        setState({ key, value: null, failure: asFailure(cause) });
        setLoading(false);
      },
    );
    return () => abort.abort();
  }, [key, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const own = state.key === key;
  return {
    value: own ? state.value : null,
    failure: own ? state.failure : null,
    loading: loading || !own,
    retry,
  };
}
