import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';

type Schemas = Record<string, { description?: string }>;

/** What this module itself said of a schema. A document that is joined with others is described anew. */
const SAID_HERE = /^(A body|An answer|Part of a body|Part of an answer)\.$/;

/**
 * Says of every schema that does not say it itself whether it is a body, an answer, or a part of them. Which operation
 * takes or shows it stands at the operation, which refers to it.
 */
export function describeSchemas(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  for (const schema of Object.values(schemas)) if (SAID_HERE.test(schema.description ?? '')) delete schema.description;
  const say = (names: readonly string[], sentence: string): void => {
    for (const name of names) if (schemas[name]) schemas[name].description ??= sentence;
  };
  const operations = operationsOf(document).map(({ operation }) => operation);
  for (const { requestBody } of operations) say(referredIn(requestBody), 'A body.');
  for (const { responses } of operations) say(referredIn(responses), 'An answer.');
  const sayParts = (of: unknown, sentence: string): void => {
    const parts = referredIn(of).filter((name) => schemas[name] && schemas[name].description === undefined);
    say(parts, sentence);
    for (const part of parts) sayParts(schemas[part], sentence);
  };
  for (const { requestBody } of operations)
    for (const body of referredIn(requestBody)) sayParts(schemas[body], 'Part of a body.');
  for (const schema of Object.values(schemas)) sayParts(schema, 'Part of an answer.');
}

/** The names of the schemas that are referred to in a node. */
const referredIn = (node: unknown = {}): readonly string[] =>
  [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
