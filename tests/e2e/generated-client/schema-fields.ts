import type { Schema } from '../../support/api-document';
import { withExample } from '../../support/example-body';

/** Every field of a schema, and of what it holds in place, with its name, and its example where a body carries that. */
export const fieldsOf = (
  name: string,
  { properties = {}, items, allOf = [], example }: Schema,
): readonly (readonly [string, Schema])[] => [
  ...Object.entries(properties).flatMap(([field, schema]) => [
    [`${name}.${field}`, withExample(schema, field, example)] as const,
    ...fieldsOf(`${name}.${field}`, schema),
  ]),
  ...[...(items ? [items] : []), ...allOf].flatMap((inner) => fieldsOf(name, inner)),
];

/** True for an answer that is a list, by what it says or by having nothing else to say. */
export function isList({ type, properties = {} }: Schema): boolean {
  const fields = Object.entries(properties);
  return type === 'array' || 'items' in properties || (fields.length === 1 && fields[0]?.[1].type === 'array');
}

const SCALARS: readonly unknown[] = ['string', 'integer', 'number', 'boolean'];

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));

/** True for a field that is a plain value or a list of plain values, and so has no fields of its own. */
export const isLeaf = (field: Schema): boolean => typesOf(field.items ?? field).some((type) => SCALARS.includes(type));

/** True for a text whose form and length have no limit. */
export const isOpenText = (field: Schema): boolean =>
  typesOf(field).includes('string') &&
  [field.format, field.enum, field.pattern, field.maxLength].every((limit) => limit === undefined);

/** True for a value that has a limit. */
export function isLimited({ type, maxLength, maxItems, maximum, enum: words, items }: Schema): boolean {
  if (type === 'string') return maxLength !== undefined || words !== undefined;
  if (type === 'array') return maxItems !== undefined && items !== undefined;
  if (type === 'integer') return maximum !== undefined;
  return true;
}
