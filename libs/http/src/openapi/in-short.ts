import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The same document in fewer bytes. The example of a thing and what is said of it come last, since forms that follow
 * each other are alike and compress better than words between them. A list of no parameters is left out. Examples stay
 * as they are.
 */
export const inShort = (document: OpenAPIObject): OpenAPIObject => shortened(document) as OpenAPIObject;

function shortened(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shortened);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node)
    .filter(([key, value]) => !(key === 'parameters' && Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, key === 'example' || key === 'examples' ? value : shortened(value)] as const);
  const isExample = ([key]: readonly [string, unknown]): boolean => key === 'example';
  const isSaid = ([key, value]: readonly [string, unknown]): boolean =>
    key === 'description' && typeof value === 'string';
  return Object.fromEntries([
    ...entries.filter((entry) => !isExample(entry) && !isSaid(entry)),
    ...entries.filter(isExample),
    ...entries.filter(isSaid),
  ]);
}
