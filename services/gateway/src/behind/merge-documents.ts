import type { OpenAPIObject } from '@nestjs/swagger';

/** The document of a service, and those of its paths that are forwarded to it. */
export interface DocumentBehind {
  readonly document: OpenAPIObject;
  readonly paths: readonly string[];
}

/** One document of all: what the gateway answers itself, and of each service the paths that it is asked for. */
export function mergeDocuments(own: OpenAPIObject, behind: readonly DocumentBehind[]): OpenAPIObject {
  const forwarded = behind.flatMap(({ document, paths }) =>
    Object.entries(document.paths).filter(([path]) => paths.includes(path)),
  );
  const schemas = behind.map(({ document }) => document.components?.schemas);
  return {
    ...own,
    paths: { ...own.paths, ...Object.fromEntries(forwarded) },
    components: {
      ...own.components,
      schemas: Object.assign({}, own.components?.schemas, ...schemas) as NonNullable<
        NonNullable<OpenAPIObject['components']>['schemas']
      >,
    },
  };
}
