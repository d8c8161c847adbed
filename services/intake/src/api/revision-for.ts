import { Answer } from '@parley/http';

/**
 * An answer with its `ETag` for who reads what passes between the parties. The revision of a case counts their
 * proposals and minutes too, so a member of the panel is not told it (I-43).
 */
export function revisionFor<Body>(betweenParties: boolean, answer: Answer<Body>): Answer<Body> {
  if (betweenParties) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}
