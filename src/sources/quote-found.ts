/**
 * What was found, fit for an error message: on one line, in quotes, cut to `length` characters,
 * with control characters made visible so that hostile input cannot steer a terminal.
 */
export function quoteFound(value: string, length = 60): string {
  const head = value.slice(0, length).replace(/\p{Surrogate}/gu, '\uFFFD');
  const visible = head
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
  return `"${visible}${value.length > length ? '…' : ''}"`;
}
