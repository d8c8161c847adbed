import { documentGaps } from './document-gaps';

describe('the gaps of a document', () => {
  it('are what a client generated from it would have to guess', () => {
    const gaps = documentGaps({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: { '/a': { get: { parameters: [{ name: 'id', in: 'path' }], responses: { 200: { description: '' } } } } },
      components: {
        schemas: {
          A: { type: 'object', properties: { b: { type: 'string' }, c: { $ref: '#/components/schemas/B' } } },
        },
      },
    });
    expect(gaps).toEqual([
      'GET /a: no summary',
      'GET /a: no schema of its success',
      'GET /a: nobody named who may call it',
      'GET /a parameter id: no meaning',
      'A: no meaning',
      'A.b: no meaning',
      'reference #/components/schemas/B leads nowhere',
    ]);
  });
});
