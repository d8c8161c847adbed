import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf } from './example-of';
import { operationsOf } from './operations-of';

interface AnswerOf {
  readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref?: string }; examples?: object }>>;
}

const ADDRESS = '/docs/answers/';

/**
 * Gives every answer of JSON the address of a whole example. The examples themselves would take as much room as all
 * else that the document says.
 */
export function describeAnswers(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document))
    for (const [status, answer] of Object.entries(operation.responses as Record<string, AnswerOf>)) {
      const json = status.startsWith('2') ? answer.content?.['application/json'] : undefined;
      const name = json?.schema?.$ref?.split('/').at(-1);
      if (json && name !== undefined) json.examples = { shown: { externalValue: `${ADDRESS}${name}` } };
    }
}

/** A whole answer of the examples of its fields, by the name of its schema. @returns nothing for another name */
export function exampleOfAnswer({ components }: OpenAPIObject, name: string): unknown {
  const schemas = (components?.schemas ?? {}) as Parameters<typeof exampleOf>[1];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  return schema && exampleOf(schema, schemas);
}
