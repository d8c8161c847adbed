import { resolved, type ApiDocument, type Schema } from './api-document';

/** A value that a schema allows: every field of it, made of the examples in the document. */
export function exampleOf(document: ApiDocument, schema: Schema): unknown {
  const { type, properties = {}, required = [], items, example } = resolved(document, schema);
  if (type === 'object')
    return Object.fromEntries(
      fieldsOf(properties, required).map(([name, field]) => [name, exampleOf(document, field)]),
    );
  if (type === 'array' && !(Array.isArray(example) && example.length > 0))
    return items ? [exampleOf(document, items)] : [];
  return example;
}

/**
 * All fields, but for that an act came by another channel, which this one did not unless it is paper for others. A text
 * that is an original, as the example of every text is, does not name what it translates.
 */
const fieldsOf = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): readonly [string, Schema][] =>
  Object.entries(properties).filter(
    ([name]) => (name !== 'received' || required.includes(name)) && !(name === 'of' && 'kind' in properties),
  );
