import type { Round } from './round';

const HEAD = ['fault', 'acts acknowledged', 'sent again', 'seconds to settle', 'verdict', 'remark'] as const;
const LEFT: ReadonlySet<string | undefined> = new Set(['fault', 'verdict', 'remark']);

/** The rounds as a table, with the findings below. */
export function report(rounds: readonly Round[]): string {
  const rows = rounds.map(({ fault, acknowledged, retries, settleSeconds, findings, remark = '' }) => [
    fault,
    String(acknowledged),
    String(retries),
    settleSeconds.toFixed(1),
    findings.length === 0 ? 'nothing found' : `${String(findings.length)} found`,
    remark,
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        LEFT.has(HEAD[column]) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const found = rounds.flatMap(({ fault, findings }) => findings.map(({ by, what }) => `${fault}, ${by}: ${what}`));
  return [line(HEAD), ...rows.map(line), ...(found.length > 0 ? ['', ...found] : [])]
    .map((each) => `${each}\n`)
    .join('');
}
