/** One document → its coded record. No input or output; runs in a browser. */
export * from './record.ts';
