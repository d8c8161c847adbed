import { jointCheckDeadline, verificationDeadline } from '../compliance/agreement.rules';
import type { Reported } from '../compliance/reported.rules';
import type { AgreementDeed, BeforeReport, DeedOf } from './agreement-deeds.rules';

/**
 * An act as it would have been done had another, which is repudiated, not been done: what stood before it does not rest
 * on the other, so that acts leave the same in whatever order they are repudiated.
 */
export function deedWithout(deed: AgreementDeed, repudiated: AgreementDeed): AgreementDeed {
  switch (repudiated.kind) {
    case 'status-report':
      return deed.kind === 'status-report' ? withoutEarlierReport(deed, repudiated) : deed;
    case 'verification':
      // What is answered in a dispute ends it, and no later word has that dispute before it.
      return repudiated.before.standing === 'awaited' ? withoutAnswer(deed, repudiated) : deed;
    default:
      return deed;
  }
}

/** Whether the other side, or both co-heads, have answered what an owner reported. */
export const isAnswered = ({ reported: before }: BeforeReport, now: Reported | undefined): boolean =>
  now?.standing !== 'awaited' && !(now?.standing === 'disputed' && before?.standing === 'disputed');

/** What an owner has said as it stood before an answer, though it may have said otherwise since. */
export function unanswered(reported: Reported, { before }: DeedOf<'verification'>): Reported {
  const { answeredAt: _at, note: _note, ...said } = reported;
  return said.at === before.at ? before : { ...said, standing: before.standing, signatures: [] };
}

function withoutEarlierReport(report: DeedOf<'status-report'>, earlier: DeedOf<'status-report'>): AgreementDeed {
  const resting = earlier.before.filter((one) => {
    const { reported } = report.before.find(({ obligation }) => obligation === one.obligation) ?? {};
    return reported?.at === earlier.said && !isAnswered(one, reported);
  });
  if (resting.length === 0) return report;
  const limits = resting
    .flatMap(({ obligation }) => [verificationDeadline(obligation), jointCheckDeadline(obligation)])
    .filter((id) => earlier.started.includes(id));
  return {
    ...report,
    before: report.before.map((one) => {
      const { reported, entry } = resting.find(({ obligation }) => obligation === one.obligation) ?? one;
      const told = report.review === earlier.review ? entry : one.entry;
      return { obligation: one.obligation, ...(reported ? { reported } : {}), ...(told ? { entry: told } : {}) };
    }),
    limits: [
      ...report.limits.filter(({ id }) => !limits.includes(id)),
      ...earlier.limits.filter(({ id }) => limits.includes(id)),
    ],
  };
}

function withoutAnswer(deed: AgreementDeed, answer: DeedOf<'verification'>): AgreementDeed {
  const restsOnIt = (reported: Reported | undefined): reported is Reported => reported?.answeredAt === answer.said;
  if (deed.kind === 'verification')
    return deed.obligation === answer.obligation && restsOnIt(deed.before)
      ? { ...deed, before: unanswered(deed.before, answer), limits: answer.limits }
      : deed;
  if (deed.kind !== 'status-report') return deed;
  return {
    ...deed,
    before: deed.before.map((one) =>
      one.obligation === answer.obligation && restsOnIt(one.reported)
        ? { ...one, reported: unanswered(one.reported, answer) }
        : one,
    ),
  };
}
