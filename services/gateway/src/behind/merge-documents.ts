import type { OpenAPIObject } from '@nestjs/swagger';
import { isInside } from '../routes/routes-of-services';

/**
 * One document of all, without paths of the inside. What several answer, such as their health, is told of by the
 * first, and before all by the gateway.
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
