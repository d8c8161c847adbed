import type { OpenAPIObject } from '@nestjs/swagger';
import { PUBLIC_EXTENSION } from '@parley/auth';
import { operationsOf } from './operations-of';

const IN_WORDS = 'Public: no token needed.';

/**
 * Says of every public operation, in words and to programs, that it needs no token. An operation that shows more to
 * callers with a token takes either.
 */
export function describePublic(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) {
    if (operation[PUBLIC_EXTENSION] !== true) continue;
    const { description, security = [] } = operation;
    Object.assign(operation, {
      description: description ? `${description} ${IN_WORDS}` : IN_WORDS,
      security: security.length === 0 ? [] : [{}, ...security],
    });
  }
}

/** What most operations ask for is said once for all of them. */
export function shareSecurity(document: OpenAPIObject): void {
  document.security = [{ bearer: [] }];
  for (const { operation } of operationsOf(document))
    if (JSON.stringify(operation.security) === JSON.stringify(document.security))
      Reflect.deleteProperty(operation, 'security');
}
