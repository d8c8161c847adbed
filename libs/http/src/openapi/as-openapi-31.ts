import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * Rewrites the OpenAPI 3.0 words that the document builder still uses: `nullable` becomes a type that includes null,
 * and a reference that more is said of needs no `allOf` around it.
 */
export const asOpenApi31 = (document: OpenAPIObject): OpenAPIObject => rewrite(document) as OpenAPIObject;

function rewrite(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewrite);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(
    ([key, value]) => [key, key === 'example' || key === 'examples' ? value : rewrite(value)] as const,
  );
  return referenceAsSuch(nullableAsType(Object.fromEntries(entries)));
}

function nullableAsType({ nullable, ...schema }: Record<string, unknown>): Record<string, unknown> {
  if (nullable !== true) return schema;
  if (typeof schema['type'] === 'string') {
    const values = Array.isArray(schema['enum']) ? { enum: [...(schema['enum'] as readonly unknown[]), null] } : {};
    return { ...schema, type: [schema['type'], 'null'], ...values };
  }
  const { description, ...referred } = schema;
  return { anyOf: [referred, { type: 'null' }], ...(description === undefined ? {} : { description }) };
}

function referenceAsSuch({ allOf, ...schema }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(allOf)) return schema;
  const [part, ...others] = allOf as readonly Readonly<Record<string, unknown>>[];
  const isReference = others.length === 0 && part !== undefined && Object.keys(part).join() === '$ref';
  return isReference ? { ...part, ...schema } : { ...schema, allOf };
}
