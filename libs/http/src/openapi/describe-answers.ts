import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf } from './example-of';

/** A whole answer of the examples of its fields, by the name of its schema. @returns nothing for another name */
export function exampleOfAnswer({ components }: OpenAPIObject, name: string): unknown {
  const schemas = (components?.schemas ?? {}) as Parameters<typeof exampleOf>[1];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  return schema && exampleOf(schema, schemas);
}
