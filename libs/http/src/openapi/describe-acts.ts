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

/** Adds its headers to the success of every act, and says where a body may be left out. */
export function describeActs(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) {
    const body = operation.requestBody as BodyOf | undefined;
    if (body && mayBeLeftOut(body, document)) delete body.required;
    if (operation[ACT_EXTENSION] === undefined) continue;
    for (const [status, response] of Object.entries(operation.responses)) {
      if (/^2\d\d$/.test(status))
        Object.assign(response as object, { headers: status === '201' ? { ...HEADERS, ...LOCATION } : HEADERS });
    }
  }
}

interface BodyOf {
  required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}

/** A body in which everything may be left out may be left out itself. */
function mayBeLeftOut({ content }: BodyOf, { components }: OpenAPIObject): boolean {
  const name = content['application/json']?.schema?.$ref?.split('/').at(-1);
  const schema = name === undefined ? undefined : components?.schemas?.[name];
  return schema !== undefined && 'properties' in schema && (schema.required ?? []).length === 0;
}
