import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { commentOn } from './comments';

/** A JSON Schema (draft 7), as AsyncAPI takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the schema of a message stands in the document. */
export const schemaRef = (message: DescMessage): JsonSchema => ({ $ref: `#/components/schemas/${message.typeName}` });

/**
 * A message in the JSON form of protobuf, with the number that each field has on the wire. Later versions may add
 * fields, so unknown ones are allowed, and a reader ignores them.
 */
export const payloadSchema = (message: DescMessage): JsonSchema => ({
  type: 'object',
  ...described(message),
  properties: Object.fromEntries(message.fields.map((field) => [field.jsonName, fieldSchema(field)])),
});

/** A message itself, and then the messages of which it is made. */
export function messagesWithin(message: DescMessage): ReadonlySet<DescMessage> {
  const found = new Set([message]);
  for (const each of found) for (const field of each.fields) if (field.message) found.add(field.message);
  return found;
}

function fieldSchema(field: DescField): JsonSchema {
  const more = { ...described(field), 'x-protobuf-field': field.number };
  if (field.fieldKind === 'list') return { type: 'array', items: valueSchema(field), ...more };
  // In draft 7 everything beside a `$ref` is ignored.
  return field.message ? { allOf: [valueSchema(field)], ...more } : { ...valueSchema(field), ...more };
}

function valueSchema({ message, scalar, name }: DescField): JsonSchema {
  if (message) return schemaRef(message);
  const schema = scalar === undefined ? undefined : SCALARS[scalar];
  if (schema === undefined) throw new TypeError(`field ${name} is of a kind that the document has no words for yet`);
  return schema;
}

/** The kinds that the contracts use. 64-bit numbers are texts in the JSON form of protobuf. */
const SCALARS: Partial<Record<ScalarType, JsonSchema>> = {
  [ScalarType.STRING]: { type: 'string' },
  [ScalarType.BOOL]: { type: 'boolean' },
  [ScalarType.INT32]: { type: 'integer', format: 'int32' },
  [ScalarType.UINT32]: { type: 'integer', format: 'uint32', minimum: 0 },
  [ScalarType.INT64]: { type: 'string', format: 'int64' },
  [ScalarType.UINT64]: { type: 'string', format: 'uint64' },
};

function described(desc: DescMessage | DescField): { readonly description?: string } {
  const description = commentOn(desc);
  return description === '' ? {} : { description };
}
