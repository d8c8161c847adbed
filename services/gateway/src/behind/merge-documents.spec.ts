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
  const intake = documentOf(['/healthz', '/v1/cases', '/internal/demonstration/fire'], 'Case', 'Health');
  const merged = mergeDocuments(own, [{ document: intake, paths: ['/v1/cases'] }]);

  it('holds what the gateway answers itself, and of a service what it is asked for', () => {
    expect(Object.keys(merged.paths)).toEqual(['/healthz', '/v1/cases']);
    expect(merged.paths['/healthz']).toEqual(own.paths['/healthz']);
  });

  it('holds every schema once, and how to be known', () => {
    expect(Object.keys(merged.components?.schemas ?? {})).toEqual(['Health', 'Case']);
    expect(merged.components?.securitySchemes).toEqual(own.components?.securitySchemes);
  });
});
