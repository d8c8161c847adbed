import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** The `ETag` of a thing at a revision of its stream: `"3"`. */
export const entityTag = (revision: number): string => `"${revision}"`;

/**
 * Reads `If-Match`.
 * @returns the revision, or `undefined` when there is no condition (no header, or `*`)
 * @throws ProblemError 400 for a weak tag, a list, or anything that was not given as an `ETag`
 */
export function ifRevisionOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const revision = /^\s*"(0|[1-9]\d{0,14})"\s*$/.exec(header)?.[1];
  if (revision === undefined) throw new ProblemError(problemCatalogue.ifMatchMalformed);
  return Number(revision);
}
