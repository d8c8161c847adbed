import type { OpenAPIObject } from '@nestjs/swagger';
import { isInside } from '../routes/routes-of-services';

/**
 * One document of all, without internal paths. When several answer the same path, such as their health, the gateway's
 * description goes first, then that of the first service.
 */
export function mergeDocuments(own: OpenAPIObject, behind: readonly OpenAPIObject[]): OpenAPIObject {
  const schemas = behind.map(({ components }) => components?.schemas);
  const paths = Object.assign(
    {},
    own.paths,
    ...behind.map((each) => each.paths).toReversed(),
    own.paths,
  ) as OpenAPIObject['paths'];
  return {
    ...own,
    paths: Object.fromEntries(Object.entries(paths).filter(([path]) => !isInside(path))),
    components: {
      ...own.components,
      schemas: Object.assign({}, own.components?.schemas, ...schemas) as NonNullable<
        NonNullable<OpenAPIObject['components']>['schemas']
      >,
    },
  };
}
