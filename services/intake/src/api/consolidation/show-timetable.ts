import type { FiledCase } from '../../domain/case-state';
import { isProposalId } from '../../domain/consent/proposal';
import { jointTimetable } from '../../domain/consolidation/joint-timetable';
import type { TimetableShown } from './consolidation.response';

/** The joint timetable of cases, from their own deadlines. */
export function showTimetable(cases: readonly FiledCase[]): TimetableShown {
  const dates = cases.flatMap(({ caseId, running }) =>
    Object.values(running).map(({ id, dueAt }) => ({ caseId, id, dueAt })),
  );
  return {
    cases: cases.map(({ caseId }) => caseId),
    dates: jointTimetable(dates.filter(({ id }) => !isProposalId(id))).map(({ id, dueAt, own }) => ({
      ...{ id, dueAt },
      own: own.map((date) => ({ case: date.caseId, dueAt: date.dueAt })),
    })),
  };
}
