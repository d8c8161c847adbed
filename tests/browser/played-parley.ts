import { Cast } from '../demo/cast';
import { Narrator } from '../demo/narrator';
import { play } from '../demo/play';
import { STAGED_FROM, stageCases } from '../support/cases-at-every-stage';
import { Client } from '../support/client';
import { makeFolder, removeFolder } from '../support/data-folder';
import { ParleyProcess } from '../support/parley-process';

/** A page that people see, and the status with which it is answered. */
export interface SeenPage {
  readonly path: string;
  readonly status: 200 | 404;
}

/** A Parley in one process whose docket has a case that was referred, one under way and one that awaits its reply. */
export async function startPlayed(): Promise<ParleyProcess> {
  const parley = await ParleyProcess.start({ clock: '2025-02-03T09:00:00+01:00', form: 'standalone' });
  const folder = makeFolder();
  try {
    const cast = await Cast.of(parley.url);
    await play(cast, new Narrator(() => undefined), folder);
    await cast.moveTo(STAGED_FROM);
    await stageCases(parley.url);
  } finally {
    removeFolder(folder);
  }
  return parley;
}

interface Items {
  readonly items: readonly { readonly docketNumber: string; readonly serial: number }[];
}

/** One page of each kind at least; of the kinds that differ by what was played, several. */
export async function pagesOf(url: string): Promise<readonly SeenPage[]> {
  const anybody = Client.public(url);
  const docket = await anybody.read<Items>('/v1/docket');
  const log = await anybody.read<Items>('/v1/docket/log');
  const { current } = await anybody.read<{ readonly current: string }>('/v1/procedure');
  const there = [
    '/',
    ...['/docket', '/docket?stage=S7', ...docket.items.map(({ docketNumber }) => `/docket/${docketNumber}`)],
    ...['/docket/log', ...[log.items.at(0), log.items.at(-1)].map((entry) => `/docket/log/${String(entry?.serial)}`)],
    ...['/rules', '/rules/I-28', '/rules/S4', `/rules/versions/${current}`],
    ...['/problems', '/problems/not-yet', '/glossary'],
    ...['/docs', '/docs?q=deadline', '/docs/letters', '/docs/guides/file'],
  ];
  const missing = ['/docket/CN-2099-0001', '/docket/log/999999', '/rules/X-1', '/problems/no-such', '/docs/no-such'];
  return [
    ...there.map((path) => ({ path, status: 200 }) as const),
    ...missing.map((path) => ({ path, status: 404 }) as const),
  ];
}

/** Every chapter of the interface and every guide, which are of one kind but differ in how wide their words are. */
export async function pagesOfDocs(url: string): Promise<readonly SeenPage[]> {
  const index = await (await fetch(`${url}/docs?lang=en`)).text();
  const paths = [...index.matchAll(/href="(\/docs\/[^"?]+)/g)].map(([, path = '']) => path);
  return [...new Set(paths)].map((path) => ({ path, status: 200 }));
}

/** The address of a page in a language. */
export const inLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
