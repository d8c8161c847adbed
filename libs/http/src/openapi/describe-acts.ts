import type { OpenAPIObject } from '@nestjs/swagger';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { operationsOf } from './operations-of';

const HEADERS = {
  ETag: {
    description: 'Revision of the thing after the act; send it as If-Match to act on what you have seen.',
    schema: { type: 'string' },
    example: '"3"',
  },
  'Parley-Position': {
    description: 'Opaque position of what was written; a list asked with it as `after` waits until it shows it.',
    schema: { type: 'string' },
  },
};
const LOCATION = {
  Location: { description: 'Path of what was made.', schema: { type: 'string', format: 'uri-reference' } },
};

/** Adds its headers to the success of every act. */
export function describeActs(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) {
    if (operation[ACT_EXTENSION] === undefined) continue;
    for (const [status, response] of Object.entries(operation.responses)) {
      if (/^2\d\d$/.test(status))
        Object.assign(response as object, { headers: status === '201' ? { ...HEADERS, ...LOCATION } : HEADERS });
    }
  }
}
