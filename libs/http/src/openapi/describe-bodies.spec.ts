import type { OpenAPIObject } from '@nestjs/swagger';
import { describeBodies } from './describe-bodies';

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('the example of a body', () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {
      '/things': {
        post: { requestBody: { content: { 'application/json': { schema: refer('ThingRequest') } } }, responses: {} },
      },
    },
    components: {
      schemas: {
        ThingRequest: {
          type: 'object',
          required: ['name', 'part', 'codes'],
          properties: {
            name: { type: 'string', example: 'A thing' },
            part: { allOf: [refer('PartRequest')], example: {} },
            codes: { type: 'array', items: refer('PartRequest'), example: [] },
            note: { type: 'string', example: 'None' },
            reach: { type: 'string', example: 'At the desk', 'x-in-example': true },
          },
        },
        PartRequest: {
          type: 'object',
          required: ['kind'],
          properties: { kind: { type: 'string', enum: ['a', 'b'] }, more: { type: 'string', example: 'More' } },
        },
      },
    },
  } as unknown as OpenAPIObject;
  describeBodies(document);
  const schemas = document.components!.schemas as Readonly<
    Record<string, { example?: unknown; properties: Readonly<Record<string, { example?: unknown }>> }>
  >;

  it('is what must be there, and what is declared to stand in it, each as its field or its parts show it', () => {
    expect(schemas['ThingRequest']?.example).toEqual({
      ...{ name: 'A thing', part: { kind: 'a' }, codes: [{ kind: 'a' }], reach: 'At the desk' },
    });
    expect(schemas['PartRequest']?.example).toBeUndefined();
  });

  it('takes the place of those of the fields that it carries, and of no other', () => {
    const { properties = {} } = schemas['ThingRequest'] ?? {};
    expect([properties['name']?.example, properties['note']?.example]).toEqual([undefined, 'None']);
    expect(JSON.stringify(document)).not.toContain('x-in-example');
  });
});
