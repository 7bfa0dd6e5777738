import { useMemo, useSyncExternalStore } from 'react';

/** The part of the address that a view depends on. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const changed = 'tightrope:address';
let traversed = false;

function subscribe(listen: () => void): () => void {
  const onTraverse = () => {
    traversed = true;
    listen();
  };
  window.addEventListener('popstate', onTraverse);
  window.addEventListener(changed, listen);
  return () => {
    window.removeEventListener('popstate', onTraverse);
    window.removeEventListener(changed, listen);
  };
}

const current = () => window.location.pathname + window.location.search;

/** Whether the last change of address was by the browser's back or forward, where what was on the screen is wanted again. */
export const cameByTraversal = () => traversed;

/** Goes to an address of the workbench. `replace` leaves no entry in the history: for what changes within one view. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const pathBefore = window.location.pathname;
  if (options.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  traversed = false;
  window.dispatchEvent(new Event(changed));
  if (window.location.pathname !== pathBefore) window.scrollTo(0, 0);
}

export function useAddress(): Address {
  const address = useSyncExternalStore(subscribe, current);
  return useMemo(() => {
    const url = new URL(address, window.location.origin);
    return { path: url.pathname, query: url.searchParams };
  }, [address]);
}

/** The present query with some fields set; an empty one is taken out. */
export function withQuery(
  address: Address,
  fields: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams(address.query);
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? address.path : `${address.path}?${text}`;
}
