import type { Bilingual, Instant } from '@parley/kernel';
import { clockName, mayKnowOfClock } from './clocks';
import { inUtc } from './in-words';
import { termOf } from './terms';

/** Where a case stands, for who is told that an act cannot be done there. */
export interface Standing extends Bilingual {
  readonly stage: string;
  /** When the next limit ends; `null` where none runs of which the reader may know. */
  readonly until: Instant | null;
}

/**
 * Says where a case stands, and which limit ends next.
 * @param stage of the procedure: `S2`
 * @param betweenParties whether the reader reads what passes between the parties
 */
export function standingAt(
  stage: string,
  running: readonly { readonly clock: string; readonly dueAt: Instant }[],
  betweenParties: boolean,
): Standing {
  const known = running.filter((deadline) => mayKnowOfClock(deadline, betweenParties));
  const [next] = known.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const { en, 'zh-Hans': zh } = termOf('stage', stage);
  if (!next)
    return { stage, until: null, en: `The case stands at ${stage} (${en}).`, 'zh-Hans': `本案处于${stage}（${zh}）。` };
  const name = clockName(next.clock);
  const at = inUtc(next.dueAt);
  return {
    stage,
    until: next.dueAt,
    en: `The case stands at ${stage} (${en}). The next limit ends at ${at}: ${name.en}.`,
    'zh-Hans': `本案处于${stage}（${zh}）。下一期限于 ${at} 届满：${name['zh-Hans']}。`,
  };
}
