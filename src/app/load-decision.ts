import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DecisionModel, readDecisionModel } from '#coder';
import { packageRoot, readPacked } from './load-language.ts';

/** The trained decision in models/; null where the file is absent, and rules decide alone. */
export function loadDecision(): DecisionModel | null {
  const path = join(packageRoot(), 'models/decision.gz');
  return existsSync(path) ? readDecisionModel(readPacked(path)) : null;
}
