import { MultiBar, Presets } from 'cli-progress';
import { describeTerminal } from './terminal.ts';

/** Shows how far a long task is, on standard error. */
export interface Progress {
  /** Prints a line that stays. */
  print(line: string): void;
  /** @param done in the unit of the total; `words` say the same to people */
  update(done: number, words: string): void;
  /** Takes the bar away. */
  stop(): void;
}

/** Without a terminal, a line this often at most. */
const millisecondsBetweenLines = 5000;

/**
 * A bar on a terminal, plain lines elsewhere.
 *
 * @param total what `done` runs up to; null where nobody knows, as with a pipe
 */
export function startProgress(total: number | null): Progress {
  return describeTerminal(process.stderr).isInteractive ? startBar(total) : startLines(total);
}

function startBar(total: number | null): Progress {
  const isKnown = total !== null && total > 0;
  const bars = new MultiBar(
    {
      stream: process.stderr,
      format: isKnown
        ? '{bar} {percentage}% · {words} · {eta_formatted} left'
        : '{words} · {duration_formatted}',
      barsize: 24,
      clearOnComplete: true,
      gracefulExit: false,
      hideCursor: false,
      etaBuffer: 50,
      fps: 8,
    },
    Presets.shades_classic,
  );
  const bar = bars.create(isKnown ? total : 1, 0, { words: 'starting' });
  return {
    print: (line) => bars.log(`${line}\n`),
    update: (done, words) => bar.update(isKnown ? Math.min(done, total) : 0, { words }),
    stop() {
      // What was printed last is still in its buffer.
      bars.update();
      bars.stop();
    },
  };
}

function startLines(total: number | null): Progress {
  let last = Date.now();
  return {
    print: (line) => process.stderr.write(`${line}\n`),
    update(done, words) {
      if (Date.now() - last < millisecondsBetweenLines) return;
      last = Date.now();
      const share = total === null || total === 0 ? '' : `${Math.floor((100 * done) / total)}% · `;
      process.stderr.write(`${share}${words}\n`);
    },
    stop: () => {},
  };
}
