import type { CaseId, Instant } from '@parley/kernel';
import fc from 'fast-check';
import { jointTimetable, type OwnDate } from '../../services/intake/src/case/consolidation/consolidation.rules';
import { holdsInEveryHistory } from './holds';
import { sideBySide } from './rules/i-31-side-by-side.rule';
import { sentence } from './sentences';

const dates: fc.Arbitrary<OwnDate[]> = fc.array(
  fc.record({
    caseId: fc.constantFrom('a', 'b', 'c').map((id) => id as CaseId),
    id: fc.constantFrom('reply', 'consultations', 'long-stop'),
    dueAt: fc
      .integer({ min: 0, max: 1_000 })
      .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString() as Instant),
  }),
  { maxLength: 20 },
);

describe(sentence('I-31'), () => {
  it('the joint timetable has each date of the cases once, and none later than the latest single one', () => {
    fc.assert(
      fc.property(dates, (own) => {
        const joint = jointTimetable(own);
        expect(new Set(joint.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
        for (const { id, dueAt } of joint) {
          const single = own.filter((date) => date.id === id).map((date) => date.dueAt);
          expect(dueAt).toBe(single.toSorted().at(-1));
        }
      }),
    );
  });

  it('what is a case’s own stays as it is, in every history of random parties', () =>
    holdsInEveryHistory(sideBySide, { setting: { cases: 3 } }));
});
