import { mayRead } from '@parley/access';
import { Answer } from '@parley/http';
import type { Viewer } from './show-referral';

/**
 * An answer with its `ETag` for who reads what passes between the parties. The revision of a referral counts what is
 * put together and signed there too, so a member of the panel is not told it (I-43).
 */
export function revisionFor<Body>({ caller, access }: Viewer, answer: Answer<Body>): Answer<Body> {
  if (mayRead('PARTIES', caller, access)) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}
