/** Reads actor and agent dictionaries of PETRARCH and TABARI as they are. */
export * from './read-actor-dictionary.ts';
export * from './read-agent-dictionary.ts';
export * from './recognise-dictionary.ts';
