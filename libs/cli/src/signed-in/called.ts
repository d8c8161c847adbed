import type { Bilingual } from '@parley/kernel';
import { type FieldProblem, ParleyProblem, ParleyUnanswered, ParleyUnexpected } from '@parley/client';
import { Declined } from '../report/declined';
import { named, NotAsked } from '../report/not-asked';
import { networkFailure } from '../sources/public-files';

/**
 * Makes a call of the API, and says in the words of this command what came of it.
 * @param whenUnknown what to do where nobody knows whether an act was done, by the key under which it was sent
 * @throws Declined when the API refuses it; NotAsked `not-reachable`, `not-signed-in` when no token was given
 */
export async function called<Answer>(
  call: () => Promise<Answer>,
  whenUnknown?: (key: string) => Bilingual,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ParleyProblem) throw new Declined(String(error.code), error.messages, placesIn(error.errors));
    if (error instanceof ParleyUnanswered) {
      const message = `${error.message} (${networkFailure(error)})`;
      const advice = error.idempotencyKey === null ? undefined : whenUnknown?.(error.idempotencyKey);
      if (!advice) throw new NotAsked('not-reachable', named(message));
      throw new NotAsked('not-reachable', {
        en: `${message}; whether it was done is not known: ${advice.en}`,
        'zh-Hans': `${message}；是否已办理不得而知：${advice['zh-Hans']}`,
      });
    }
    if (error instanceof ParleyUnexpected) throw new NotAsked('not-reachable', named(error.message));
    // The issuer of tokens is asked by `fetch` itself, which says by a TypeError that the network failed.
    if ((error as Partial<Error> | null)?.name === 'TypeError' && (error as Error).cause !== undefined)
      throw new NotAsked('not-reachable', named(networkFailure(error)));
    throw error instanceof Error && !(error instanceof NotAsked)
      ? new NotAsked('not-signed-in', named(error.message.slice(0, 300)))
      : error;
  }
}

/** The fields at fault, which its sentence does not name. */
const placesIn = (errors: readonly FieldProblem[]): readonly string[] =>
  errors.map(({ path, code }) => `${path || '/'} ${code}`);
