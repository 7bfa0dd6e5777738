import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** What a layer may take from outside itself. Layers that are not named are out of bounds. */
interface LayerRule {
  /** Layers it may import. */
  readonly imports: readonly string[];
  /** Layers of which it may import types only, and the values that are excepted. */
  readonly typesOf?: Readonly<Record<string, readonly string[]>>;
  /** May use Node's modules and installed packages. */
  readonly outside: 'everything' | 'packages' | 'nothing';
  /** Why the boundary is there, for whoever runs into it. */
  readonly because: string;
}

/** Values of the coder that say what a record may hold; they know nothing of reading. */
const recordValues = [
  'InputError',
  'eventTypes',
  'intensityOf',
  'isEventType',
  'mutualTypes',
  'ontology',
];

export const layerTable: Readonly<Record<string, LayerRule>> = {
  language: {
    imports: [],
    outside: 'nothing',
    because: 'language knows English and nothing of politics, and runs in a browser',
  },
  coder: {
    imports: ['language'],
    outside: 'nothing',
    because:
      'coder turns one document into its record without input or output, and runs in a browser',
  },
  relations: {
    imports: [],
    typesOf: { coder: recordValues },
    outside: 'nothing',
    because: 'relations is pure and works on coded records, wherever they come from',
  },
  ledger: {
    imports: [],
    typesOf: { coder: recordValues },
    outside: 'everything',
    because: 'ledger keeps coded records and must not depend on how they were made',
  },
  sources: {
    imports: [],
    typesOf: { coder: recordValues },
    outside: 'everything',
    because: 'sources hands over documents and knows nothing of what is read in them',
  },
  app: {
    imports: ['language', 'coder', 'relations', 'ledger', 'sources'],
    outside: 'everything',
    because: 'app joins all layers but the web, which talks to it over HTTP',
  },
  web: {
    imports: [],
    outside: 'packages',
    because: 'the web sees only the types of the API: import type from src/app/contract.ts',
  },
};

/** Packages that only one layer may use. */
const homes: Readonly<Record<string, string>> = { kysely: 'ledger', 'better-sqlite3': 'ledger' };

interface FoundImport {
  readonly from: string;
  readonly line: number;
  /** Names imported as values; `*` for all, `default`. Empty for a mere type import. */
  readonly values: readonly string[];
}

/**
 * Complaints about a file's imports, each with its place and the reason of the boundary.
 *
 * @param path of the file below the repository, with slashes: `src/coder/coder.ts`
 */
export function findBreaches(path: string, code: string): string[] {
  const layer = path.split('/')[1];
  const rule = layerTable[layer];
  if (!rule) {
    const known = Object.keys(layerTable).join(', ');
    return [
      `${path}: "${layer}" is no layer; expected one of ${known}. Add it to test/layer-table.ts`,
    ];
  }
  return importsOf(path, code).flatMap((found) => {
    const complaint = complain(path, layer, rule, found);
    return complaint === null
      ? []
      : [`${path}:${found.line}: ${complaint}, found '${found.from}'; ${rule.because}`];
  });
}

function complain(path: string, layer: string, rule: LayerRule, found: FoundImport): string | null {
  const { from } = found;
  if (from.startsWith('.')) return complainOfPath(path, layer, found);
  if (from.startsWith('#')) return complainOfLayer(layer, rule, found);
  const builtin = isBuiltin(from);
  if (rule.outside === 'nothing') {
    return builtin
      ? `expected no module of Node in ${layer}`
      : `expected no installed package in ${layer}`;
  }
  if (builtin && rule.outside !== 'everything') return `expected no module of Node in ${layer}`;
  const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0];
  if (Object.hasOwn(homes, name) && homes[name] !== layer) {
    return `expected ${name} in ${homes[name]} only`;
  }
  return null;
}

function complainOfPath(path: string, layer: string, found: FoundImport): string | null {
  const target = posix.join(posix.dirname(path), found.from);
  if (target.startsWith(`src/${layer}/`)) return null;
  if (layer === 'web' && target === 'src/app/contract.ts') {
    return found.values.length === 0 ? null : 'expected "import type" from the contract';
  }
  return `expected a file of src/${layer}/, or another layer by its name (#coder)`;
}

function complainOfLayer(layer: string, rule: LayerRule, found: FoundImport): string | null {
  const other = found.from.slice(1);
  if (other === layer) return `expected a path inside ${layer} (./…), not the layer's own name`;
  if (rule.imports.includes(other)) return null;
  const excepted = rule.typesOf?.[other];
  if (excepted) {
    const wrong = found.values.filter((name) => !excepted.includes(name));
    return wrong.length === 0
      ? null
      : `expected only types of ${other} (or ${excepted.join(', ')}) but not ${wrong.join(', ')}`;
  }
  const allowed = [
    ...rule.imports,
    ...Object.keys(rule.typesOf ?? {}).map((name) => `types of ${name}`),
  ];
  return `expected ${allowed.length === 0 ? 'no other layer' : allowed.join(', ')} in ${layer}`;
}

/** Imports, re-exports and dynamic imports of a module. */
function importsOf(path: string, code: string): FoundImport[] {
  const { module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf = (offset: number) => code.slice(0, offset).split('\n').length;
  const imports = module.staticImports.map((found) => ({
    from: found.moduleRequest.value,
    line: lineOf(found.start),
    values:
      // "import './side-effect.ts'" has no entries and runs the module.
      found.entries.length === 0
        ? ['*']
        : found.entries
            .filter((entry) => !entry.isType)
            .map(
              (entry) =>
                entry.importName.name ?? (entry.importName.kind === 'Default' ? 'default' : '*'),
            ),
  }));
  const exports = module.staticExports.flatMap((found) => {
    const source = found.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (!source) return [];
    const values = found.entries
      .filter((entry) => !entry.isType)
      .map((entry) => entry.importName.name ?? '*');
    return [{ from: source.value, line: lineOf(found.start), values }];
  });
  const dynamic = module.dynamicImports.map((found) => ({
    from: code
      .slice(found.moduleRequest.start, found.moduleRequest.end)
      .replace(/^['"`]|['"`]$/g, ''),
    line: lineOf(found.start),
    values: ['*'],
  }));
  return [...imports, ...exports, ...dynamic];
}
