import { actsIn } from '@parley/access';
import { Client } from './client';

/** A JSON schema, as far as the API's document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: string | number;
  readonly schema?: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
      }
    >
  >;
  readonly 'x-public'?: boolean;
  readonly 'x-roles'?: readonly string[];
  readonly 'x-act'?: { readonly rule: string };
}

export interface Route {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly operation: Operation;
}

/** The document at /openapi.json, each part that operations share in its place. */
export interface ApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses?: Readonly<Record<string, object>>;
  };
}

export const readDocument = async (url: string): Promise<ApiDocument> => unshared(await readServedDocument(url));

/** Times that a document is asked for again, a second apart, whose parts the services do not have yet. */
const MOST_TRIES = 30;

/**
 * The document as it is served. Separate services put their parts together when they are first asked, and a gateway
 * that does not wait so long says when to ask again.
 */
export async function readServedDocument(url: string): Promise<object> {
  const anybody = Client.public(url);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { status, headers } = await anybody.get('/openapi.json');
    if (status !== 503) break;
    await new Promise((resolve) => setTimeout(resolve, Number(headers.get('retry-after')) * 1_000));
  }
  return anybody.read<object>('/openapi.json');
}

const SHARED = /^#\/components\/(parameters|responses|headers)\/(.+)$/;

function unshared(served: object): ApiDocument {
  const { components } = served as { readonly components: Readonly<Record<string, Readonly<Record<string, object>>>> };
  const inPlace = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inPlace);
    if (typeof node !== 'object' || node === null) return node;
    const [, kind = '', name = ''] = SHARED.exec(String((node as Schema).$ref)) ?? [];
    return kind
      ? inPlace(components[kind]?.[name])
      : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inPlace(value)]));
  };
  return inPlace(served) as ApiDocument;
}

/** Every operation of the document. */
export const routesOf = (document: ApiDocument): readonly Route[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** Every act of the document; the suites of acts run over them. */
export function actRoutesOf(document: ApiDocument): readonly Route[] {
  const acts = new Set(actsIn(document).map(({ act }) => act));
  return routesOf(document).filter(({ method, path }) => acts.has(`${method} ${path}`));
}

/** The schema of a route's JSON body, if it takes one. */
export const bodySchemaOf = ({ operation }: Route): Schema | undefined =>
  operation.requestBody?.content['application/json']?.schema;

/** A query of the parameters that a route requires, made of the document's examples; may be empty. */
export function queryOf({ operation }: Route): string {
  const needed = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required);
  return needed.length === 0
    ? ''
    : `?${new URLSearchParams(Object.fromEntries(needed.map(({ name, example, schema }) => [name, String(example ?? schema?.example)]))).toString()}`;
}

/** The codes of the problems that an operation declares for one status. */
export const declaredCodes = (
  { paths }: ApiDocument,
  method: string,
  path: string,
  status: number,
): readonly string[] => {
  const { responses = {} } = paths[path]?.[method.toLowerCase()] ?? {};
  return codesOf(responses[String(status)] ?? responses['default']);
};

/** The codes of the problems that an answer may bear. */
export const codesOf = (response: Operation['responses'][string] | undefined): readonly string[] =>
  (response?.content?.['application/problem+json']?.schema?.allOf ?? []).flatMap(
    ({ properties }) => (properties?.['code']?.enum ?? []) as readonly string[],
  );

/** A schema with references followed and parts put together, at the top level. @throws for a broken reference */
export function resolved(document: ApiDocument, { $ref, allOf, ...schema }: Schema): Schema {
  const parts = [...($ref === undefined ? [] : [referred(document, $ref)]), ...(allOf ?? [])].map((part) =>
    resolved(document, part),
  );
  return [...parts, schema].reduce<Schema>((whole, part) => ({ ...whole, ...part, ...both(whole, part) }), {});
}

const both = (one: Schema, other: Schema): Pick<Schema, 'properties' | 'required'> => ({
  ...(one.properties && other.properties ? { properties: merged(one.properties, other.properties) } : {}),
  ...(one.required && !other.required ? { required: one.required } : {}),
});

const merged = (
  one: Readonly<Record<string, Schema>>,
  other: Readonly<Record<string, Schema>>,
): Record<string, Schema> => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).map(([name, schema]) => [name, { ...one[name], ...schema }])),
});

function referred({ components }: ApiDocument, $ref: string): Schema {
  const schema = components.schemas[$ref.replace('#/components/schemas/', '')];
  if (!schema) throw new RangeError(`${$ref} leads nowhere`);
  return schema;
}
