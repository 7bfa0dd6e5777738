/** One document → its coded record. No input or output; runs in a browser. */
export * from './input-error.ts';
export * from './record.ts';
