import type { Round } from './round';

const HEAD = ['fault', 'acts acknowledged', 'sent again', 'seconds to settle', 'verdict'] as const;

/** The rounds as a table, and under it whatever was found. */
export function report(rounds: readonly Round[]): string {
  const rows = rounds.map(({ fault, acknowledged, retries, settleSeconds, findings }) => [fault, String(acknowledged), String(retries), settleSeconds.toFixed(1), findings.length === 0 ? 'nothing found' : `${String(findings.length)} found`]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => (column === 0 || column === HEAD.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd();
  const found = rounds.flatMap(({ fault, findings }) => findings.map(({ by, what }) => `${fault}, ${by}: ${what}`));
  return [line(HEAD), ...rows.map(line), ...(found.length > 0 ? ['', ...found] : [])].map((each) => `${each}\n`).join('');
}
