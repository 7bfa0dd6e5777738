/** A view of the workbench. */
export type Route =
  | { readonly name: 'documents' }
  | { readonly name: 'document'; readonly id: string }
  | { readonly name: 'events' }
  | { readonly name: 'paste' }
  | { readonly name: 'unknown' };

/** Which view a path names. Ids of documents may hold any character: they stand percent-encoded as one part of the path. */
export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (parts.length === 0) return { name: 'documents' };
  if (parts.length === 1 && first === 'documents') return { name: 'documents' };
  if (parts.length === 1 && first === 'events') return { name: 'events' };
  if (parts.length === 1 && first === 'paste') return { name: 'paste' };
  if (parts.length === 2 && first === 'documents') {
    try {
      return { name: 'document', id: decodeURIComponent(second) };
    } catch {
      return { name: 'unknown' };
    }
  }
  return { name: 'unknown' };
}

export const documentsPath = '/documents';
export const eventsPath = '/events';
export const pastePath = '/paste';

/** Address of a document in the reader, with an event chosen where one is given. */
export function documentAddress(document: string, event?: string): string {
  const path = `/documents/${encodeURIComponent(document)}`;
  if (event === undefined) return path;
  return `${path}?${new URLSearchParams({ event: shortEventId(document, event) })}`;
}

/** An event's id without its document's, which the path already names: `note#3` is `3`. */
export function shortEventId(document: string, event: string): string {
  return event.startsWith(`${document}#`) ? event.slice(document.length + 1) : event;
}
