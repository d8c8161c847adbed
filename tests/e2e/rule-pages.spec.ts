import { BOOK_RULES, problemPath, rulePath } from '@parley/procedure';
import { codesOf, readDocument, routesOf } from '../support/api-document';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const STARTS = ['/docket', '/rules', '/problems', '/glossary', '/docs'];

interface Kind {
  readonly rule?: string;
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Follows every link from some pages, and gives every page that it came to by its address. */
async function crawl(url: string, from: readonly string[]): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  const known = new Set(from);
  const waiting = [...from];
  while (waiting.length > 0) {
    const found = await Promise.all(
      waiting.splice(0, 16).map(async (address): Promise<readonly string[]> => {
        const answer = await fetch(`${url}${address}`, { headers: { accept: BROWSER } });
        const page = {
          status: answer.status,
          type: answer.headers.get('content-type') ?? '',
          body: await answer.text(),
        };
        pages.set(address, page);
        return page.type.startsWith('text/html') ? linksIn(page.body) : [];
      }),
    );
    for (const address of found.flat().map((each) => each.split('#', 1)[0] ?? '')) {
      if (address === '' || known.has(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return pages;
}

const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

const anchorsIn = (body: string): ReadonlySet<string | undefined> =>
  new Set([...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));

describe('the pages of the rules, the problems, the words and the interface', () => {
  let parley: ParleyProcess;
  let pages: ReadonlyMap<string, Page>;

  beforeAll(async () => {
    parley = await ParleyProcess.start();
    pages = await crawl(parley.url, STARTS);
  }, 600_000);
  afterAll(() => parley.stop());

  it('lead nowhere that is not there', () => {
    expect([...pages].filter(([, { status }]) => status !== 200).map(([address]) => address)).toEqual([]);
    const anchors = new Map([...pages].map(([address, { body }]) => [address, anchorsIn(body)]));
    const lost = [...pages].flatMap(([address, { body }]) =>
      linksIn(body)
        .map((href) => ({ href, to: href.split('#') }))
        .filter(({ to: [path = '', anchor] }) => anchor !== undefined && !anchors.get(path || address)?.has(anchor))
        .map(({ href }) => `${address} leads to ${href}`),
    );
    expect(lost).toEqual([]);
  });

  it('are there for every rule, in both languages', () => {
    const missing = BOOK_RULES.flatMap(({ rule }) =>
      (['en', 'zh-Hans'] as const)
        .map((lang) => `${rulePath(rule)}?lang=${lang}`)
        .filter((address) => pages.get(address)?.type !== 'text/html; charset=utf-8'),
    );
    expect(missing).toEqual([]);
  });

  it('are there for every code by which a route refuses, for its rule, and for the rule of each act', async () => {
    const routes = routesOf(await readDocument(parley.url));
    const codes = routes.flatMap(({ operation }) => Object.values(operation.responses).flatMap(codesOf));
    const acts = routes.flatMap(({ operation }) => operation['x-act'] ?? []);
    const { items } = await Client.public(parley.url).read<{ readonly items: readonly Kind[] }>('/problems');
    expect([new Set(codes).size > 300, acts.length > 100]).toEqual([true, true]);
    const rules = [...items, ...acts].flatMap(({ rule }) => rule ?? []);
    const asked = [...codes.map(problemPath), ...rules.map(rulePath)];
    expect(
      [...new Set(asked)].filter((path) => !pages.has(`${path}?lang=en`) || !pages.has(`${path}?lang=zh-Hans`)),
    ).toEqual([]);
  });

  it('are where the type and the link of a refusal lead', async () => {
    const refused = await fetch(`${parley.url}/rules/I-77`, { headers: { accept: 'application/json' } });
    const { type } = (await refused.json()) as { readonly type: string };
    const rule = /^<([^>]+)>; rel="help"$/.exec(refused.headers.get('link') ?? '')?.[1] ?? '';
    for (const path of [type, rule]) {
      const led = await fetch(new URL(path, refused.url), { headers: { accept: BROWSER } });
      expect([led.status, led.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
  });
});
