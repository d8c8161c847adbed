import type { Role } from '@parley/kernel';
import { exampleOf } from '../openapi/example-of';
import type { ShownOperation } from './reference';
import type { Schemas } from './schema-shape';

/** Who shows an act of a role: a user of the demonstration. The complainant of its case is China. */
const USERS: Readonly<Record<Role, string>> = {
  desk: 'cn-desk',
  registry: 'us-registry',
  panel: 'us-panel-1',
  cohead: 'us-cohead',
  auditor: 'us-auditor',
  operator: 'operator',
  expert: 'expert',
  'third-party': 'third-party',
  conciliator: 'conciliator',
};

/**
 * A request as a line of a shell, in the words of the README: `as` sends it as somebody. What stands in its path are
 * variables, and its body is made of the examples of the fields that must be there.
 */
export function exampleRequest(operation: ShownOperation, schemas: Schemas): string {
  const { id, method, path, isPublic, roles, act, body, parameters } = operation;
  const [content] = body;
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema = {} }) => `${name}=${encodeURIComponent(String(exampleOf(schema, schemas)))}`);
  const asked = path.replaceAll(/\{(\w+?)(?:Id)?\}/g, '$$$1');
  const address = query.length > 0 ? `"$parley${asked}?${query.join('&')}"` : `$parley${asked}`;
  const user = act?.side === 'respondent' ? 'us-desk' : roles[0] === undefined ? undefined : USERS[roles[0]];
  const json = content?.type === 'application/json';
  if (content && !json && user !== undefined) return exampleUpload(content.type, user, address);
  return [
    isPublic || user === undefined ? 'curl -sS' : `as ${user} ${id}-1`,
    ...(method === 'GET' || (method === 'POST' && json) ? [] : [`-X ${method}`]),
    ...(json ? [`-d ${quoted(JSON.stringify(exampleOf(content.schema, schemas), null, 2))}`] : []),
    address,
  ].join(' ');
}

/** `as` sends JSON, so bytes are sent without it. They come with their digest. */
const exampleUpload = (type: string, user: string, address: string): string =>
  [
    `curl -sS -H "authorization: Bearer $(token ${user})" -H 'content-type: ${type}'`,
    '-H "repr-digest: sha-256=:$(openssl dgst -sha256 -binary file | base64):"',
    `--data-binary @file ${address}`,
  ].join(' \\\n  ');

/** A text that a shell takes as one word. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
