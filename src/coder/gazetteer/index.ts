/** Who is who: names of countries, bodies, groups, persons, roles and places in a sentence, and whose they are. */
export * from './contexts.ts';
export * from './gazetteer.ts';
export { type NameFiles, ownPrefix, readNameFiles, settleNameFiles } from './read-files.ts';
