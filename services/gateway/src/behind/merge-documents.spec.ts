import type { OpenAPIObject } from '@nestjs/swagger';
import { mergeDocuments } from './merge-documents';

const documentOf = (paths: readonly string[], ...schemas: readonly string[]): OpenAPIObject => ({
  openapi: '3.1.0',
  info: { title: 'Parley', version: '1' },
  paths: Object.fromEntries(paths.map((path) => [path, { get: { summary: `of ${schemas.join()}`, responses: {} } }])),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: Object.fromEntries(schemas.map((name) => [name, { type: 'object', description: name }])),
  },
});

describe('the document of all', () => {
  const own = documentOf(['/healthz'], 'Health');
  const intake = documentOf(['/healthz', '/v1/cases', '/v1/keys', '/internal/demonstration/fire'], 'Case', 'Health');
  const evidence = documentOf(['/v1/keys'], 'Exhibit');
  const merged = mergeDocuments(own, [intake, evidence]);

  it('holds what the gateway answers itself and what the services answer, and nothing of the inside', () => {
    expect(Object.keys(merged.paths).toSorted()).toEqual(['/healthz', '/v1/cases', '/v1/keys']);
    expect(merged.paths['/healthz']).toEqual(own.paths['/healthz']);
    expect(merged.paths['/v1/keys']).toEqual(intake.paths['/v1/keys']);
  });

  it('holds every schema once, what the codes mean first, and how to be known', () => {
    expect(Object.keys(merged.components?.schemas ?? {})).toEqual(['ProblemCode', 'Case', 'Health', 'Exhibit']);
    expect(merged.components?.securitySchemes).toEqual(own.components?.securitySchemes);
  });

  it('keeps apart what two services share under one name', () => {
    const sharing = (path: string, description: string): OpenAPIObject => ({
      ...documentOf([], path),
      paths: { [`${path}/a`]: { get: { responses: answers } }, [`${path}/b`]: { get: { responses: answers } } },
      components: {
        responses: { Conflict: { description, headers: { Age: { $ref: '#/components/headers/Age' } } } },
        headers: { Age: { description, schema: { type: 'integer' } } },
      },
    });
    const answers = { 409: { $ref: '#/components/responses/Conflict' } };
    const both = mergeDocuments(own, [sharing('/votes', 'Vote cast.'), sharing('/calls', 'Call closed.')]);
    expect(both.components?.responses).toMatchObject({
      E409: { description: 'Call closed.' },
      E409_2: { description: 'Vote cast.' },
    });
    expect(both.paths['/votes/b']).toEqual({
      get: { responses: { 409: { $ref: '#/components/responses/E409_2' } } },
    });
    expect(JSON.stringify(both.components?.responses)).toContain('"Age":{"$ref":"#/components/headers/Age"}');
  });
});
