import { bodySchemaOf, resolved, type ApiDocument, type Route, type Schema } from './api-document';

/**
 * A value that a schema allows: every field of it, made of the examples in the document, which stand at the field or at
 * what it is a field of, or of the first value that it may have.
 */
export function exampleOf(document: ApiDocument, schema: Schema): unknown {
  const { type, properties = {}, required = [], items, enum: values, example } = resolved(document, schema);
  if (type === 'object')
    return Object.fromEntries(
      fieldsOf(properties, required).map(([name, field]) => [
        name,
        exampleOf(document, withExample(field, name, example)),
      ]),
    );
  if (type !== 'array') return example ?? values?.[0];
  const shown: readonly unknown[] = Array.isArray(example) ? example : [];
  if (!items) return shown;
  if (shown.length === 0) return [exampleOf(document, items)];
  // What a body shows of a thing leaves out what it need not have.
  return resolved(document, items).type === 'object'
    ? shown.map((item) => ({ ...(exampleOf(document, items) as object), ...(item as object) }))
    : shown;
}

/** A field with the example of the object that it is a field of, where it has none of its own. */
export const withExample = (field: Schema, name: string, whole: unknown): Schema => {
  const example = (whole as Readonly<Record<string, unknown>> | undefined)?.[name];
  return field.example !== undefined || example === undefined ? field : { ...field, example };
};

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

/** The body that the document shows for a route, as it stands. @throws when it shows none */
export function exampleBodyOf(document: ApiDocument, route: Route): unknown {
  const schema = bodySchemaOf(route);
  const { example } = schema ? resolved(document, schema) : {};
  if (example === undefined) throw new RangeError(`the document shows no body for ${route.operation.operationId}`);
  return example;
}
