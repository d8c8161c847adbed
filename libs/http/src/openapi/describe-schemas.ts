import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';

type Schemas = Record<string, { description?: string }>;

/** What this module itself said of a schema. A document that is joined with others is described anew. */
const SAID_HERE = /^(Body|Answer) of \w+\.$|^Part of (a body|an answer)\.$/;

/**
 * Says of every schema that does not say it itself where it belongs: to the operation that takes or shows it, or to
 * bodies or answers as a part of them. Of several operations it is the first by name, so that the order of a document
 * says nothing.
 */
export function describeSchemas(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  for (const schema of Object.values(schemas)) if (SAID_HERE.test(schema.description ?? '')) delete schema.description;
  const say = (names: readonly string[], sentence: string): void => {
    for (const name of names) if (schemas[name]) schemas[name].description ??= sentence;
  };
  const operations = operationsOf(document)
    .map(({ operation: { operationId = '', requestBody, responses } }) => ({ operationId, requestBody, responses }))
    .sort((one, other) => (one.operationId < other.operationId ? -1 : 1));
  for (const { requestBody, operationId } of operations) say(referredIn(requestBody), `Body of ${operationId}.`);
  for (const { responses, operationId } of operations) say(referredIn(responses), `Answer of ${operationId}.`);
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
