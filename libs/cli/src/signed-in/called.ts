import { type FieldProblem, ParleyProblem, ParleyUnanswered, ParleyUnexpected } from '@parley/client';
import { Declined } from '../report/declined';
import { named, NotAsked } from '../report/not-asked';

/**
 * Makes a call of the API, and says in the words of this command what came of it.
 * @throws Declined when the API refuses it; NotAsked `not-reachable`, with the key of an act under which it can be sent
 * again, `not-signed-in` when no token was given
 */
export async function called<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ParleyProblem) throw new Declined(String(error.code), error.messages, placesIn(error.errors));
    if (error instanceof ParleyUnanswered) {
      const { idempotencyKey: key, message } = error;
      throw new NotAsked('not-reachable', {
        en: key === null ? message : `${message}; whether it was done is not known: send it again with --key ${key}`,
        'zh-Hans': key === null ? message : `${message}；是否已办理不得而知：请以 --key ${key} 再次发送`,
      });
    }
    if (error instanceof ParleyUnexpected) throw new NotAsked('not-reachable', named(error.message));
    throw error instanceof Error && !(error instanceof NotAsked)
      ? new NotAsked('not-signed-in', named(error.message.slice(0, 300)))
      : error;
  }
}

/** The fields at fault, which its sentence does not name. */
const placesIn = (errors: readonly FieldProblem[]): readonly string[] =>
  errors.map(({ path, code }) => `${path || '/'} ${code}`);
