import type { ApiDocument } from './api-document';
import { routesOf } from './api-document';
import type { Client } from './client';

/** What a reader was answered at a path. */
export interface Said {
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** Routes that answer with nothing of a case and take their time. */
const PASSED_OVER = /\/(rebuild|completeness|healthz|readyz)$|^\/v1\/demonstration/;

/**
 * The answers to every GET of the document, for one reader.
 * @param parts the values to try for each parameter of a path; a route with another parameter is left out
 */
export async function everythingReadBy(
  client: Client,
  document: ApiDocument,
  parts: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Said[]> {
  const said: Said[] = [];
  const paths = routesOf(document)
    .filter(({ method, path }) => method === 'GET' && !PASSED_OVER.test(path))
    .flatMap(({ path }) => filled(path, parts));
  for (const path of paths) {
    const { status, body } = await client.get(path, { 'parley-purpose': 'Trying what can be read' });
    said.push({ path, status, text: typeof body === 'string' ? body : JSON.stringify(body) });
  }
  return said;
}

function filled(path: string, parts: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (name === undefined) return [path];
  return (parts[name] ?? []).flatMap((value) => filled(path.replace(`{${name}}`, encodeURIComponent(value)), parts));
}
