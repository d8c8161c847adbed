import type { Bilingual, Instant, Standing } from '@parley/kernel';
import { clockName, mayKnowOfClock } from './clocks';
import { inUtc } from './in-words';
import { termOf } from './terms';

/** A stage of a case, as a part of it knows it. */
export interface StageKnown {
  /** Of the procedure: `S2`. */
  readonly stage: string;
  /** Whether the case has left it for one that only another part knows. */
  readonly isLeft?: boolean;
  /** Whether it may stand at a later one, which another part knows. */
  readonly orLater?: boolean;
  /** Whether both parties keep the screening suspended. */
  readonly isSuspended?: boolean;
}

type Limits = readonly { readonly clock: string; readonly dueAt: Instant }[];

/**
 * Says where a case stands, and which limit ends next.
 * @param betweenParties whether the reader reads what passes between the parties
 */
export function standingAt(known: StageKnown, running: Limits, betweenParties: boolean): Standing {
  const [next] = running
    .filter((deadline) => mayKnowOfClock(deadline, betweenParties))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const said = [placeOf(known), ...(known.isSuspended ? [SUSPENDED] : []), ...(next ? [endOf(next)] : [])];
  return {
    stage: known.stage,
    until: next?.dueAt ?? null,
    en: said.map(({ en }) => en).join(' '),
    'zh-Hans': said.map((sentence) => sentence['zh-Hans']).join(''),
  };
}

function placeOf({ stage, isLeft, orLater }: StageKnown): Bilingual {
  const { en, 'zh-Hans': zh } = termOf('stage', stage);
  if (orLater)
    return {
      en: `The case stands at ${stage} (${en}) or later; its other parts say where.`,
      'zh-Hans': `本案处于${stage}（${zh}）或其后阶段；具体阶段见本案其他部分。`,
    };
  return isLeft
    ? {
        en: `The case has left ${stage} (${en}); the panel’s part says where it stands.`,
        'zh-Hans': `本案已过${stage}（${zh}）；现处阶段见专家组部分。`,
      }
    : { en: `The case stands at ${stage} (${en}).`, 'zh-Hans': `本案处于${stage}（${zh}）。` };
}

const SUSPENDED: Bilingual = {
  en: 'Both parties keep the screening suspended.',
  'zh-Hans': '审查经双方同意中止。',
};

function endOf({ clock, dueAt }: Limits[number]): Bilingual {
  const [name, at] = [clockName(clock), inUtc(dueAt)];
  return {
    en: `The next limit ends at ${at}: ${name.en}.`,
    'zh-Hans': `下一期限于 ${at} 届满：${name['zh-Hans']}。`,
  };
}
