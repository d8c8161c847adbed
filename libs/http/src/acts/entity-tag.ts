import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/**
 * The `ETag` of a thing at a revision of its stream: `"3"`.
 * @param facts number of facts of others that are shown with it, where there are any: `"3.12"`
 */
export const entityTag = (revision: number, facts?: number): string =>
  facts === undefined ? `"${revision}"` : `"${revision}.${facts}"`;

/** The condition in an `If-Match`. */
export interface Condition {
  readonly revision: number;
  /** How many facts of others were shown with it. */
  readonly facts?: number;
}

/**
 * Reads `If-Match`.
 * @returns the condition, or `undefined` when there is none (no header, or `*`)
 * @throws ProblemError 400 for a weak tag, a list, or anything that was not given as an `ETag`
 */
export function conditionOf(header: string | undefined): Condition | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const tag = TAG.exec(header)?.groups;
  if (tag?.['revision'] === undefined) throw new ProblemError(problemCatalogue.ifMatchMalformed);
  const revision = Number(tag['revision']);
  return tag['facts'] === undefined ? { revision } : { revision, facts: Number(tag['facts']) };
}

/** A thing is at revision -1 when others have told of it and nothing is recorded yet. */
const TAG = /^\s*"(?<revision>0|[1-9]\d{0,14}|-1(?=\.))(?:\.(?<facts>0|[1-9]\d{0,14}))?"\s*$/;

/** True when an `If-None-Match` names a tag. Weak tags match as well, as RFC 9110 allows for reading. */
export const namesTag = (condition: string | undefined, tag: string): boolean =>
  condition?.split(',').some((each) => each.trim() === '*' || strong(each.trim()) === strong(tag)) ?? false;

const strong = (tag: string): string => tag.replace(/^W\//, '');
