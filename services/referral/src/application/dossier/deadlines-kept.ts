import type { Deadline } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { CaseFile } from './case-file';
import { say } from './page';

/** A deadline of the screening, and what became of it. */
export interface KeptDeadline {
  readonly clock: string;
  readonly stage: string;
  readonly dueAt: string;
  readonly outcome: 'met' | 'missed' | 'ran-to-its-end' | 'not-yet-due';
  /** Rule, trigger, calendar and arithmetic, as the deadline itself explains them (I-16). */
  readonly explanation: Bilingual;
}

type Outcome = KeptDeadline['outcome'];

const metOr = (met: boolean, missed: boolean): Outcome => (met ? 'met' : missed ? 'missed' : 'not-yet-due');

/** For a time that is given and not kept: nobody is late when it ends. */
const ranOut = (ended: boolean): Outcome => (ended ? 'ran-to-its-end' : 'not-yet-due');

/** The deadlines of the screening in the order in which they began, each met, missed or not yet due. */
export function deadlinesKept(file: CaseFile): readonly KeptDeadline[] {
  const {
    registered,
    reply,
    replyLapsed,
    consultationsClosed,
    ended,
    panelOpened,
    draws,
    convened,
    reviewOpened,
    interim,
    decided,
    findings,
  } = file;
  const kept = (deadline: Deadline | undefined, outcome: Outcome): readonly KeptDeadline[] =>
    deadline === undefined
      ? []
      : [
          {
            clock: deadline.clock,
            stage: deadline.stage,
            dueAt: deadline.dueAt,
            outcome,
            explanation: explanationOf(deadline),
          },
        ];
  const isLapsed = ended?.outcome === 'lapsed' && ended.reason === 'long-stop';
  return [
    ...kept(registered.longStop, metOr((ended ?? findings) !== undefined && !isLapsed, isLapsed)),
    ...kept(registered.reply, metOr(reply !== undefined, replyLapsed !== undefined)),
    ...kept((reply ?? replyLapsed)?.consultations, ranOut(consultationsClosed !== undefined)),
    ...kept(panelOpened?.nomination, metOr(convened !== undefined && draws.length === 0, draws.length > 0)),
    ...kept(reviewOpened?.review, metOr(interim?.issued === true, interim?.issued === false)),
    ...kept(interim?.next, ranOut(decided !== undefined)),
    ...kept(decided?.certification, metOr(findings?.missing.length === 0, (findings?.missing.length ?? 0) > 0)),
  ];
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, Bilingual>> = {
  met: say('met', '已遵守'),
  missed: say('missed; the default applied', '逾期；适用默认规则'),
  'ran-to-its-end': say('ran to its end', '期满'),
  'not-yet-due': say('not yet due', '尚未到期'),
};

const explanationOf = ({ arithmetic, rule }: Deadline): Bilingual =>
  arithmetic ? say(arithmetic.en, arithmetic.zhHans) : say(rule, rule);
