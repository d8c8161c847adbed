import { SETTINGS } from '../known-settings';

/** The settings for the person at the terminal: name, default and meaning of each, a line each. */
export function settingsTable(): string {
  const rows = Object.values(SETTINGS).map(({ name, read, meaning }) => [name, shown(read(undefined)), meaning] as const);
  const [names, defaults] = [widest(rows.map(([name]) => name)), widest(rows.map(([, otherwise]) => otherwise))];
  return rows.map(([name, otherwise, meaning]) => `  ${name.padEnd(names)}  ${otherwise.padEnd(defaults)}  ${meaning}`).join('\n');
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** Nothing stands for a setting that may be left out. */
const shown = (otherwise: unknown): string => (typeof otherwise === 'string' || typeof otherwise === 'number' ? String(otherwise) : '-');
