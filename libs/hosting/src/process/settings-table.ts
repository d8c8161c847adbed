import { isWrong } from '@parley/http';
import type { DescribedSetting } from './read-command-line';

/** The settings for the person at the terminal: name, default and meaning of each, a line each. */
export function settingsTable(settings: Readonly<Record<string, DescribedSetting>>): string {
  const rows = Object.values(settings).map(
    ({ name, read, meaning }) => [name, shown(read(undefined)), meaning] as const,
  );
  const [names, defaults] = [widest(rows.map(([name]) => name)), widest(rows.map(([, otherwise]) => otherwise))];
  return rows
    .map(([name, otherwise, meaning]) => `  ${name.padEnd(names)}  ${otherwise.padEnd(defaults)}  ${meaning}`)
    .join('\n');
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** Nothing stands for a setting that may be left out. */
function shown(otherwise: unknown): string {
  if (isWrong(otherwise)) return 'required';
  return typeof otherwise === 'string' || typeof otherwise === 'number' ? String(otherwise) : '-';
}
