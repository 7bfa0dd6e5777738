import { useCallback, useEffect, useRef, useState } from 'react';
import { cameByTraversal } from '../router/address.ts';
import type { ApiFailure } from './client.ts';
import { asFailure } from './use-loaded.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Pages<Item> {
  /** All items loaded so far; null before the first answer. */
  readonly items: readonly Item[] | null;
  /** Whether more can be had. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: ApiFailure | null;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** Lists as they were when they were left, so that the browser's back finds the same rows at the same place. */
const left = new Map<string, Page<unknown>>();
const mostKept = 20;

function keep(key: string, page: Page<unknown>): void {
  left.delete(key);
  left.set(key, page);
  if (left.size > mostKept) left.delete(left.keys().next().value as string);
}

/**
 * A list that comes in pages by cursor. `key` names the question; when it changes the rows of the former question stay
 * until the first answer to the new one.
 */
export function usePages<Item>(
  key: string,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  const [page, setPage] = useState<Page<Item> | null>(
    () => (left.get(key) as Page<Item> | undefined) ?? null,
  );
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [loading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const loadLatest = useRef(load);
  loadLatest.current = load;

  const run = useCallback(
    (before: Page<Item> | null) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      setLoading(true);
      setFailure(null);
      loadLatest.current(before?.next ?? null, abort.signal).then(
        (answer) => {
          if (abort.signal.aborted) return;
          const whole = { items: [...(before?.items ?? []), ...answer.items], next: answer.next };
          keep(key, whole);
          setPage(whole);
          setLoading(false);
        },
        (cause: unknown) => {
          if (abort.signal.aborted) return;
          if (before === null) setPage(null);
          setFailure(asFailure(cause));
          setLoading(false);
        },
      );
    },
    [key],
  );

  // `attempt` counts retries: one more asks again.
  useEffect(() => {
    const kept = left.get(key) as Page<Item> | undefined;
    if (kept !== undefined && cameByTraversal() && attempt === 0) setPage(kept);
    else run(null);
    return () => running.current?.abort();
  }, [key, attempt, run]);

  const loadMore = useCallback(() => {
    if (page !== null && page.next !== null && !loading) run(page);
  }, [page, loading, run]);
  const retry = useCallback(() => {
    if (page === null) setAttempt((count) => count + 1);
    else run(page);
  }, [page, run]);

  return {
    items: page?.items ?? null,
    more: page !== null && page.next !== null,
    loading,
    failure,
    loadMore,
    retry,
  };
}
