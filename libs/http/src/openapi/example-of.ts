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
 * that are declared to stand in it. What may be empty and has no entry in its own example is empty.
 * @param schemas those of the document, by name
 */
export function exampleOf(schema: ExampleSchema, schemas: Readonly<Record<string, ExampleSchema>>): unknown {
  const { example, $ref, allOf = [], anyOf = [], items, minItems, type } = schema;
  if (minItems === 0 && isDeepStrictEqual(example, [])) return [];
  if (example !== undefined && !isDeepStrictEqual(example, {}) && !isDeepStrictEqual(example, [])) return example;
  if ($ref !== undefined) return exampleOf(schemas[$ref.replace('#/components/schemas/', '')] ?? {}, schemas);
  const one = allOf[0] ?? anyOf[0];
  if (one) return exampleOf(one, schemas);
  if (items) return [exampleOf(items, schemas)];
  if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum?.[0];
  if (type !== 'object') return '…';
  const { properties = {}, required = [] } = schema;
  const needed = Object.entries(properties).filter(
    ([name, field]) => required.includes(name) || field[IN_EXAMPLE_EXTENSION],
  );
  return Object.fromEntries(needed.map(([name, field]) => [name, exampleOf(field, schemas)]));
}
