import { isDeepStrictEqual } from 'node:util';
import { IN_EXAMPLE_EXTENSION } from '../fields/field';

/** A schema, as far as an example is made of it. */
export interface ExampleSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly required?: readonly string[];
  readonly items?: ExampleSchema;
  readonly minItems?: number;
  readonly allOf?: readonly ExampleSchema[];
  readonly anyOf?: readonly ExampleSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly [IN_EXAMPLE_EXTENSION]?: true;
}

/**
 * A value that a schema allows: its own example, or the fields that it requires with the examples of each, and those
 * that are declared to stand in it. What may be empty and has no entry in its own example is empty. Of several parts
 * each gives its fields.
 * @param schemas those of the document, by name
 */
export function exampleOf(schema: ExampleSchema, schemas: Readonly<Record<string, ExampleSchema>>): unknown {
  const { example, $ref, allOf = [], anyOf = [], items, minItems, type } = schema;
  if (minItems === 0 && isDeepStrictEqual(example, [])) return [];
  if (example !== undefined && !isDeepStrictEqual(example, {}) && !isDeepStrictEqual(example, [])) return example;
  if ($ref !== undefined) return exampleOf(schemas[$ref.replace('#/components/schemas/', '')] ?? {}, schemas);
  const [one = anyOf[0], ...others] = allOf;
  if (one && others.length === 0) return exampleOf(one, schemas);
  if (one) return Object.assign({}, ...allOf.map((part) => exampleOf(part, schemas))) as object;
  if (items) return [exampleOf(items, schemas)];
  if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum?.[0];
  if (type !== 'object') return '…';
  const { properties = {}, required = [] } = schema;
  const needed = Object.entries(properties).filter(
    ([name, field]) => required.includes(name) || field[IN_EXAMPLE_EXTENSION],
  );
  return Object.fromEntries(needed.map(([name, field]) => [name, exampleOf(field, schemas)]));
}
