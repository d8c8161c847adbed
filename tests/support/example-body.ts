import { resolved, type ApiDocument, type Schema } from './api-document';

/** A value that a schema allows: every field of it, made of the examples in the document. */
export function exampleOf(document: ApiDocument, schema: Schema): unknown {
  const { type, properties, items, example } = resolved(document, schema);
  if (type === 'object')
    return Object.fromEntries(fieldsOf(properties ?? {}).map(([name, field]) => [name, exampleOf(document, field)]));
  if (type === 'array' && !(Array.isArray(example) && example.length > 0))
    return items ? [exampleOf(document, items)] : [];
  return example;
}

/** All fields, except that a text does not name what it translates, since the example of every text is an original. */
const fieldsOf = (properties: Readonly<Record<string, Schema>>): readonly [string, Schema][] =>
  Object.entries(properties).filter(([name]) => !(name === 'of' && 'kind' in properties));
