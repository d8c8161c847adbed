const UNESCAPED: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" },
};

/** The answers that the pages of the document show as examples, by operation, as a reader of `/docs` finds them. */
export async function answersShown(url: string): Promise<ReadonlyMap<string, unknown>> {
  const page = async (address: string): Promise<string> => (await fetch(`${url}${address}?lang=en`)).text();
  const chapters = new Set([...(await page('/docs')).matchAll(/href="(\/docs\/[a-z-]+)\?/g)].map(([, at = '']) => at));
  const pages = await Promise.all([...chapters].map(page));
  return new Map(
    pages
      .flatMap((text) => [...text.matchAll(/<section class="operation" id="(\w+)".*?<\/section>/gs)])
      .flatMap(([section, id = '']) => {
        const [, json] = /<details>.*?<pre><code>(.*?)<\/code><\/pre>/s.exec(section) ?? [];
        return json === undefined ? [] : [[id, JSON.parse(plain(json))] as const];
      }),
  );
}

const plain = (text: string): string => text.replaceAll(/&[a-z#0-9]+;/g, (entity) => UNESCAPED[entity] ?? entity);
