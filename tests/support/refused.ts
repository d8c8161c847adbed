import type { Answer } from './client';
import { faultsOfRefusal, type Problem } from './problem';

/** Expects a refusal that is good as such and says what is named. */
export function refused(answer: Answer, said: Partial<Problem>): void {
  expect(faultsOfRefusal(answer)).toEqual([]);
  expect(answer.body).toMatchObject(said);
}
