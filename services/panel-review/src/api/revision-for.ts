import type { Tier } from '@parley/kernel';
import { Answer } from '@parley/http';

/**
 * An answer with its `ETag` for who reads what the parties read only: the panel's revision counts their signatures too
 * (I-43).
 */
export function revisionFor<Body>(reads: (tier: Tier) => boolean, answer: Answer<Body>): Answer<Body> {
  if (reads('PARTIES')) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}
