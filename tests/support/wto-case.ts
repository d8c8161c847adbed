import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Invoked {
  readonly code: string;
  readonly articles: readonly string[];
}

/** A real dispute at the WTO, as `data/wto-cases.json` has it. */
export interface WtoCase {
  readonly ds: number;
  readonly title: string;
  readonly complainant: 'United States' | 'China';
  readonly respondent: 'United States' | 'China';
  readonly agreements: readonly Invoked[];
  /** The provisions laid before the panel, where they differ from those of the consultations. */
  readonly agreementsInPanelRequest?: readonly Invoked[];
  readonly consultationsRequested: string;
  readonly source: string;
}

const folder = path.resolve(__dirname.replace(`${path.sep}dist${path.sep}`, path.sep), 'data');

/** All of them, by number. */
export const wtoCases: readonly WtoCase[] = (
  JSON.parse(readFileSync(path.join(folder, 'wto-cases.json'), 'utf8')) as { cases: WtoCase[] }
).cases;

export const deskOf = (party: WtoCase['complainant']): 'cn-desk' | 'us-desk' =>
  party === 'China' ? 'cn-desk' : 'us-desk';

/** A case by its number. @throws when it is not there */
export function wtoCase(ds: number): WtoCase {
  const found = wtoCases.find((each) => each.ds === ds);
  if (!found) throw new RangeError(`no DS${String(ds)}`);
  return found;
}
