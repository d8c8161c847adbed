import type { OpenAPIObject } from '@nestjs/swagger';
import { describeTags, joinProblemCodes, orderCodes, shareParts, unshareParts } from '@parley/http';
import { isInside } from '../routes/routes-of-services';

/**
 * One document of all, without internal paths. When several answer the same path, such as their health, the gateway's
 * description goes first, then that of the first service. What is the gateway's own stands last, as in one process: so
 * what services share stands near to where they use it, and the document compresses better.
 */
export function mergeDocuments(own: OpenAPIObject, behind: readonly OpenAPIObject[]): OpenAPIObject {
  // Each names what it shares for itself, so the names of one mean something else in another.
  const [front, ...services] = [own, ...behind].map((each) => structuredClone(each)) as [
    OpenAPIObject,
    ...OpenAPIObject[],
  ];
  for (const each of [front, ...services]) unshareParts(each);
  const paths: typeof own.paths = {};
  for (const { paths: more } of services) Object.assign(paths, { ...more, ...paths });
  Object.assign(paths, front.paths);
  const merged = {
    ...front,
    paths: Object.fromEntries(Object.entries(paths).filter(([path]) => !isInside(path))),
    components: {
      ...front.components,
      schemas: {
        ...(Object.assign({}, ...[...services, front].map(({ components }) => components?.schemas)) as Schemas),
        ProblemCode: joinProblemCodes([front, ...services]) as object,
      },
    },
  };
  describeTags(merged);
  orderCodes(merged);
  shareParts(merged);
  return merged;
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
