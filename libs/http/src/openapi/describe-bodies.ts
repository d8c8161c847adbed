import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { IN_EXAMPLE_EXTENSION } from '../fields/field';
import { exampleOf, type ExampleSchema } from './example-of';
import { operationsOf } from './operations-of';

interface BodyOf {
  readonly content: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}

type Named = Record<string, ExampleSchema & { example?: unknown }>;

/**
 * Gives every body an example that can be sent as it stands: what must be there, with the examples of the fields. It
 * stands at the schema, which several operations may take; a field whose example it carries says none of its own.
 */
export function describeBodies(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Named;
  const bodies = new Set(operationsOf(document).map(({ operation }) => nameOfBody(operation.requestBody)));
  const examples = Object.entries(schemas)
    .filter(([name]) => bodies.has(name))
    .map(([, schema]) => [schema, exampleOf(schema, schemas)] as const);
  for (const [schema, example] of examples) {
    schema.example = example;
    for (const [name, field] of Object.entries((schema.properties ?? {}) as Named))
      if (isDeepStrictEqual(field.example, (example as Readonly<Record<string, unknown>>)[name])) delete field.example;
  }
  for (const { properties = {} } of Object.values(schemas))
    for (const field of Object.values(properties)) Reflect.deleteProperty(field, IN_EXAMPLE_EXTENSION);
}

function nameOfBody(body: unknown): string | undefined {
  const { content } = (body ?? { content: {} }) as BodyOf;
  return content['application/json']?.schema?.$ref?.split('/').at(-1);
}
