import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';

type Schemas = Record<string, { description?: string }>;

/**
 * Says of every schema that does not say it itself where it belongs: to the operation that takes or shows it, or to
 * the schema that has it as a part.
 */
export function describeSchemas(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const say = (names: readonly string[], sentence: string): void => {
    for (const name of names) if (schemas[name]) schemas[name].description ??= sentence;
  };
  const operations = operationsOf(document).map(({ operation }) => operation);
  for (const { requestBody, operationId = '' } of operations) say(referredIn(requestBody), `Body of ${operationId}.`);
  for (const { responses, operationId = '' } of operations) say(referredIn(responses), `Answer of ${operationId}.`);
  for (const [name, schema] of Object.entries(schemas)) say(referredIn(schema), `Part of ${name}.`);
}

/** The names of the schemas that are referred to in a node. */
const referredIn = (node: unknown = {}): readonly string[] =>
  [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
