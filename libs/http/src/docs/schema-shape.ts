import { html, type Html, type Part } from '../pages/html';

/** A schema of the document, as far as its pages show it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean | Schema;
  readonly [keyword: string]: unknown;
}

/** The schemas of a document by name. */
export type Schemas = Readonly<Record<string, Schema>>;

/** Where the description of a named schema stands on its page. */
export const schemaAnchor = (name: string): string => `schema-${name}`;

/** The name to which a schema refers. */
export const nameOf = ({ $ref }: Schema): string | undefined => $ref?.replace('#/components/schemas/', '');

/** All codes of problems have pages of their own. */
const CODES = 'ProblemCode';

/** What a value is, in the words of JSON Schema, which are those of no language: `Uuid | null`, `string[]`. */
export function typeOf(schema: Schema): Html {
  const name = nameOf(schema);
  if (name === CODES) return html`<a href="/problems"><code>${name}</code></a>`;
  if (name !== undefined) return html`<a href="#${schemaAnchor(name)}"><code>${name}</code></a>`;
  const { type, items, allOf = [], anyOf = [], oneOf = [] } = schema;
  const parts = [...allOf, ...anyOf, ...oneOf];
  if (allOf.length > 0) return joined(parts.map(typeOf), ' & ');
  if (parts.length > 0) return joined(parts.map(typeOf), ' | ');
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (items) return html`${typeOf(items)}<code>[]</code>`;
  return html`<code>${type === undefined ? 'any' : [type].flat().join(' | ')}</code>`;
}

const LIMITS = [
  ...['format', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'uniqueItems'],
] as const;

/** What a value must keep to, each limit by its keyword, and the values that it may have. */
export function limitsOf(schema: Schema): Html {
  const { enum: values = [] } = schema;
  const limits = LIMITS.filter((keyword) => schema[keyword] !== undefined).map(
    (keyword) => html`<code>${keyword} ${String(schema[keyword])}</code>`,
  );
  const listed =
    values.length > 0 &&
    joined(
      values.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      ' | ',
    );
  const ofItems =
    schema.items && limitsOf(schema.items).markup !== '' && html`<code>[]</code> ${limitsOf(schema.items)}`;
  return joined([...(listed ? [listed] : []), ...limits, ...(ofItems ? [ofItems] : [])], ' · ');
}

/** The fields of a schema with those of the nameless schemas in it, and which of them must be there. */
export function fieldsOf(
  schema: Schema,
): readonly { readonly name: string; readonly field: Schema; readonly must: boolean }[] {
  const { properties = {}, required = [], allOf = [] } = schema;
  return [
    ...Object.entries(properties).map(([name, field]) => ({ name, field, must: required.includes(name) })),
    ...allOf.filter((part) => nameOf(part) === undefined).flatMap(fieldsOf),
  ];
}

/** The names of all schemas that some schemas lead to, in the order in which a reader meets them. */
export function namesIn(from: readonly Schema[], schemas: Schemas): readonly string[] {
  const names = new Set<string>();
  const visit = (schema: Schema): void => {
    const name = nameOf(schema);
    if (name !== undefined) {
      if (name === CODES || names.has(name)) return;
      names.add(name);
      const named = schemas[name];
      if (named) visit(named);
    }
    partsOf(schema).forEach(visit);
  };
  from.forEach(visit);
  return [...names];
}

/** The schemas that stand in a schema. */
const partsOf = (schema: Schema): readonly Schema[] => {
  const { properties = {}, items, allOf = [], anyOf = [], oneOf = [], additionalProperties: others } = schema;
  return [
    ...Object.values(properties),
    ...(items ? [items] : []),
    ...allOf,
    ...anyOf,
    ...oneOf,
    ...(typeof others === 'object' ? [others] : []),
  ];
};

const joined = (parts: readonly Html[], between: string): Html =>
  html`${parts.flatMap((part, index): readonly Part[] => (index === 0 ? [part] : [between, part]))}`;
