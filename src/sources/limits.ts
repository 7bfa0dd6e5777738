/** Most bytes that one document may have, as a file of its own or as one line of JSON Lines. */
export const maximumDocumentBytes = 10_000_000;

/** Most bytes of a .json file, which is read as a whole. JSON Lines have no such limit. */
export const maximumJsonBytes = 100_000_000;

/** Most characters of an id. */
export const maximumIdLength = 500;

/** Most folders within folders. */
export const maximumFolderDepth = 64;

/** `10 MB`, `1.5 kB`, `12 bytes`; decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${unit}`;
}
