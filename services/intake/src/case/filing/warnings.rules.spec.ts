import type { CaseId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import { decider, filing, parties, registered } from '../case-story.fixture';
import type { FileGrievance } from '../case-commands.rules';
import type { BeforeFiling } from './warnings.rules';

const FILED = '2025-02-04T10:00:00+01:00';
const [earlier, former] = ['earlier', 'former'] as CaseId[] as [CaseId, CaseId];
const full = { CN: 6, US: 6 } as BeforeFiling['names'];

/** What the receipt of a filing warns of, by what was known before it. */
function warnings(before: Partial<BeforeFiling>, changes: Partial<FileGrievance> = {}) {
  const command = { ...filing(FILED), before: { sameText: [], names: full, ...before }, ...changes };
  const { state } = given(decider).when(command);
  return state.status === 'filed' ? state.receipt.warnings : state.status;
}

/** A filing that names a case of its own party, which was withdrawn, as the one that is filed again. */
const again = (caseId: CaseId): NonNullable<FileGrievance['referring']> => ({
  previous: { caseId, parties, docketNumber: null, outcome: 'withdrawn' },
});

describe('the receipt of a filing', () => {
  it('warns of nothing where there is nothing to know', () => {
    expect(warnings({})).toBeUndefined();
    const { state } = given(decider).when(filing(FILED));
    expect(state.status === 'filed' && state.receipt).toEqual(filing(FILED).receipt);
  });

  it('names the latest case in which the same party filed the same text', () => {
    expect(warnings({ sameText: [earlier, former] })).toEqual([{ code: 'same-text-filed', caseId: earlier }]);
  });

  it('does not tell a filer of the case that the filing itself names as filed again', () => {
    const referring = again(earlier);
    expect(warnings({ sameText: [earlier] }, { referring })).toBeUndefined();
    expect(warnings({ sameText: [earlier, former] }, { referring })).toEqual([
      { code: 'same-text-filed', caseId: former },
    ]);
  });

  it('warns of each roster that is short, the complainant’s first, and of one that nobody ever accepted on', () => {
    const shouldHave = 2 * Math.max(...Object.values(currentRuleSet.tracks).map(({ seatsPerSide }) => seatsPerSide));
    expect(warnings({ names: { US: 5 } as BeforeFiling['names'] })).toEqual([
      { code: 'roster-short', side: 'complainant', party: 'CN', names: 0, shouldHave },
      { code: 'roster-short', side: 'respondent', party: 'US', names: 5, shouldHave },
    ]);
  });

  it('stays with the parties: what is served on the panel at the registration has no warning', () => {
    const before: BeforeFiling = { sameText: [earlier], names: {} };
    const [, found, register] = registered;
    const { events } = given(decider).when({ ...filing(FILED), before }, found!, register!);
    const [filed, ...later] = events;
    expect(filed?.data).toMatchObject({ receipt: { warnings: [{ caseId: earlier }, {}, {}] } });
    expect(later.find(({ type }) => type === 'GrievanceServed')?.data).toMatchObject({
      receipt: filing(FILED).receipt,
    });
    expect(JSON.stringify(later)).not.toContain(earlier);
  });
});
