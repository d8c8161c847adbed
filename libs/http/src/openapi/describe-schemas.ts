import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';

type Schemas = Record<string, { description?: string } | undefined>;

/**
 * Says of every body what it is sent for, in the words of the operations that take it, unless its class says it. What
 * is shown, and what is a part of something, says itself what it is: where it is referred to, only its use is told.
 */
export function describeSchemas(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const sentFor = new Map<string, Set<string>>();
  for (const { operation } of operationsOf(document)) {
    const { summary, requestBody } = operation;
    if (summary === undefined) continue;
    for (const name of referredIn(requestBody)) sentFor.set(name, (sentFor.get(name) ?? new Set()).add(summary));
  }
  for (const [name, summaries] of sentFor) {
    const schema = schemas[name];
    if (schema) schema.description ??= `${[...summaries].map(purpose).join(', or ').replace(/^t/, 'T')}.`;
  }
}

/** `Sign an extension` becomes `to sign an extension`. */
const purpose = (summary: string): string => `to ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`;

/** The names of the schemas that are referred to in a node. */
const referredIn = (node: unknown = {}): readonly string[] =>
  [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
