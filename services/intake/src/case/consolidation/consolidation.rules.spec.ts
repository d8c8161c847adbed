import type { CaseId, Instant } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import { at, caseId, complainant, decider, parties, registered, respondent } from '../case-story.fixture';
import { propose, reason, sign } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';
import type { KnownCase } from '../filing/filing.rules';
import { jointTimetable, type OwnDate } from './consolidation.rules';

const other = '6f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const beside = [{ caseId: other, docketNumber: 'US-2025-0001' }];
const consolidation: Matter = { kind: 'consolidation', beside, reason };
const undoing: Matter = { kind: 'deconsolidation', reason };
const known: KnownCase = {
  caseId: other,
  parties: { complainant: parties.respondent, respondent: parties.complainant },
  docketNumber: 'US-2025-0001',
  outcome: null,
};
const proposing = (others: readonly (KnownCase | null)[], when = '2025-02-10T10:00:00Z'): CaseCommand =>
  ({ ...propose(consolidation, when), others }) as CaseCommand;
const noted = (change: 'consolidated' | 'undone', when = '2025-02-10T10:00:00Z'): CaseCommand => ({
  type: 'NoteConsolidation',
  change,
  beside,
  at: at(when),
});

const story = given(decider).when(...registered);
const consolidated = story.when(proposing([known]), sign(consolidation, '2025-02-11T10:00:00Z'));

describe('consolidated cases', () => {
  it('go on side by side when both sides have signed, in public, and nothing else of the case changes (I-31)', () => {
    expect(consolidated.recorded).toEqual(['ProposalSigned', 'CasesConsolidated']);
    expect(consolidated.events.at(-1)).toMatchObject({ tier: 'PUBLIC', data: { beside, opens: [], closes: [] } });
    const { consolidation: _, proposals: __, ...rest } = consolidated.state as RegisteredCase;
    const { consolidation: ___, proposals: ____, ...before } = story.state as RegisteredCase;
    expect(rest).toEqual(before);
  });

  it('are registered cases between the same two, whose screening goes on, and none beside itself', () => {
    for (const unfit of [
      null,
      { ...known, caseId },
      { ...known, docketNumber: null },
      { ...known, outcome: 'lapsed' as const },
    ]) {
      expect(story.refusalOf(proposing([unfit]))).toBe('no-case-to-consolidate');
    }
    expect(consolidated.refusalOf(proposing([known], '2025-02-12T10:00:00Z'))).toBe('consolidated-already');
    expect(
      given(decider)
        .when(registered[0]!)
        .refusalOf(proposing([known])),
    ).toBe('not-registered');
    expect(
      story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-10T09:00:00Z') }).refusalOf(proposing([known])),
    ).toBe('screening-ended');
  });

  it('go on apart again when both sides sign that', () => {
    expect(story.refusalOf(propose(undoing, '2025-02-10T10:00:00Z'))).toBe('not-consolidated');
    const apart = consolidated.when(
      propose(undoing, respondent('2025-02-12T10:00:00Z')),
      sign(undoing, complainant('2025-02-13T10:00:00Z'), { n: 2 }),
    );
    expect(apart.recorded).toEqual(['ProposalSigned', 'ConsolidationUndone']);
    expect(apart.state).toMatchObject({ consolidation: null });
  });

  it('note what was signed in one of them, once, and live on when the other ends (I-30)', () => {
    const learned = story.when(noted('consolidated'));
    expect(learned.events.at(-1)).toMatchObject({ type: 'CasesConsolidated', data: { proposalId: null } });
    expect(learned.when(noted('consolidated')).recorded).toEqual([]);
    expect(learned.when(noted('undone')).when(noted('undone')).recorded).toEqual([]);
    const ended = story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-10T10:00:00Z') });
    expect(ended.when(noted('consolidated')).recorded).toEqual([]);
    expect(learned.state).toMatchObject({ status: 'registered' });
  });
});

describe('the joint timetable', () => {
  const dates = fc.array(
    fc.record({
      caseId: fc.constantFrom('a', 'b', 'c').map((id) => id as CaseId),
      id: fc.constantFrom('reply', 'consultations', 'long-stop'),
      dueAt: fc
        .integer({ min: 0, max: 1_000 })
        .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString() as Instant),
    }),
    { maxLength: 20 },
  );

  it(
    'is for each step the latest of the cases’ own dates: never later than the latest single one, never ' +
      'earlier than any (I-31)',
    () => {
      fc.assert(
        fc.property(dates, (own: readonly OwnDate[]) => {
          const joint = jointTimetable(own);
          expect(joint.map(({ id }) => id).toSorted()).toEqual([...new Set(own.map(({ id }) => id))].toSorted());
          for (const { id, dueAt } of joint) {
            const single = own.filter((date) => date.id === id).map((date) => date.dueAt);
            expect(single).toContain(dueAt);
            expect(single.every((date) => date <= dueAt)).toBe(true);
          }
          expect(joint.map(({ dueAt }) => dueAt)).toEqual(joint.map(({ dueAt }) => dueAt).toSorted());
        }),
      );
    },
  );
});
