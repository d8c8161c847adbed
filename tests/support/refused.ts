import type { Answer } from './client';
import { faultsOfRefusal, type Problem } from './problem';

/** Expects a refusal that has no faults as such, and the named fields in it. */
export function refused(answer: Answer, said: Partial<Problem>): void {
  expect(faultsOfRefusal(answer)).toEqual([]);
  expect(answer.body).toMatchObject(said);
}
