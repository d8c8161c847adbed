import type { OpenAPIObject } from '@nestjs/swagger';
import { describeSchemas, describeTags, joinProblemCodes, shareParts, unshareParts } from '@parley/http';
import { isInside } from '../routes/routes-of-services';

/**
 * One document of all, without internal paths. When several answer the same path, such as their health, the gateway's
 * description goes first, then that of the first service.
 */
export function mergeDocuments(own: OpenAPIObject, behind: readonly OpenAPIObject[]): OpenAPIObject {
  // Each names what it shares for itself, so the names of one mean something else in another.
  const [front, ...services] = [own, ...behind].map((each) => structuredClone(each)) as [
    OpenAPIObject,
    ...OpenAPIObject[],
  ];
  for (const each of [front, ...services]) unshareParts(each);
  const paths: typeof own.paths = {};
  for (const each of [front, ...services])
    for (const [path, operations] of Object.entries(each.paths)) if (!isInside(path)) paths[path] ??= operations;
  const merged = {
    ...{ ...front, paths },
    components: {
      ...front.components,
      schemas: {
        ...(Object.assign({}, ...[front, ...services].map(({ components }) => components?.schemas)) as Schemas),
        ProblemCode: joinProblemCodes([front, ...services]) as object,
      },
    },
  };
  describeTags(merged);
  describeSchemas(merged);
  shareParts(merged);
  return merged;
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
