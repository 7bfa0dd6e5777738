import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openLedger } from '#ledger';
import { conforms } from './conformance.ts';
import { keepsCorrections } from './corrections-conformance.ts';

const folder = mkdtempSync(join(tmpdir(), 'tightrope-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const inFile = () => openLedger(join(folder, `${++files}.db`));
const inMemory = () => openLedger(':memory:');

conforms('a ledger in a file', inFile);
conforms('a ledger in memory', inMemory);
keepsCorrections('corrections in a file', inFile);
keepsCorrections('corrections in memory', inMemory);
