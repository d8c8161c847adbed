import type { OpenAPIObject } from '@nestjs/swagger';
import { inShort } from './in-short';

const written = (part: object): string => JSON.stringify(inShort(part as OpenAPIObject));

describe('a document in short', () => {
  it('says what a thing means after its form and its example', () => {
    expect(written({ properties: { n: { example: 3, description: 'How many.', type: 'integer' } } })).toBe(
      '{"properties":{"n":{"type":"integer","example":3,"description":"How many."}}}',
    );
  });

  it('has no list of no parameters, and keeps the empty list that says that nobody signs in', () => {
    expect(written({ get: { parameters: [], security: [] }, post: { parameters: [{ name: 'n' }] } })).toBe(
      '{"get":{"security":[]},"post":{"parameters":[{"name":"n"}]}}',
    );
  });

  it('leaves an example as it stands, and a field that is called description in its place', () => {
    const example = { description: 'A ban.', parameters: [] };
    const properties = { description: { type: 'string' }, n: { type: 'integer' } };
    expect(written({ example, properties })).toBe(JSON.stringify({ properties, example }));
  });
});
