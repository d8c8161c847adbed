import { createHash } from 'node:crypto';
import { rebuildReadModels } from '../../support/rebuild-read-models';
import { whatIsListed } from '../../support/what-is-listed';
import { findings, type Finding } from './finding';

/**
 * Has every read model built anew, and checks by their hashes that the lists are the same as before. Call it when
 * nothing is under way.
 */
export async function checkRebuilds(url: string): Promise<readonly Finding[]> {
  const before = await hashesOfLists(url);
  await rebuildReadModels(url);
  return unlike(before, await hashesOfLists(url));
}

/** Lists whose hashes differ. */
export const unlike = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly Finding[] =>
  findings(
    'rebuilds',
    Object.keys({ ...before, ...after })
      .filter((list) => before[list] !== after[list])
      .map((list) => `the list “${list}” is another one when it is built anew`),
  );

/** SHA-256 of every list, by its name. */
export const hashesOfLists = async (url: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(await whatIsListed(url)).map(([name, items]) => [
      name,
      createHash('sha256').update(JSON.stringify(items)).digest('hex'),
    ]),
  );
