/** One line of the bench: what was measured, the figure with its unit, and how or against what. */
export interface BenchRow {
  readonly what: string;
  readonly figure: string;
  readonly note: string;
}

/** The rows as an aligned table. */
export function formatTable(title: string, rows: readonly BenchRow[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length), 10);
  const lines = rows.map(
    ({ what, figure, note }) => `  ${what.padEnd(width)}  ${figure}${note ? `   (${note})` : ''}`,
  );
  return `${title}\n${lines.join('\n')}\n`;
}

/** User and system CPU seconds that `work` took in this process. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
