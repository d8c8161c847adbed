import { given } from '@parley/testing';
import type { FiledCase } from '../case-commands.rules';
import { decider, expire, filing, grievance, person, register, registered, respondent } from '../case-story.fixture';
import type { Grievance } from '../filing/file-grievance.rules';
import { amend, claim, first, withClaims } from './amendments-story.fixture';

const FILED_AT = '2025-02-04T10:00:00+01:00';
const filed = given(decider).when(filing(FILED_AT));
const [measure] = grievance.measures;
const mended: Grievance = { ...grievance, measures: [{ ...measure!, number: 'EO 14196' }] };
const mending = (when: string, to = mended) => amend('replacement', to, when);
const runningOf = ({ state }: { readonly state: unknown }) => (state as FiledCase).running;

describe('a filing that is not found complete yet', () => {
  it('is amended by the filer: the new text is the one that is checked and registered', () => {
    const amended = filed.when(mending('2025-02-05T10:00:00Z'));
    expect(amended.events.at(-1)).toMatchObject({
      type: 'FilingAmended',
      tier: 'PARTIES',
      data: { n: 1, by: person('cn-desk-1'), grievance: mended, opens: [], closes: [] },
    });
    const [, complete] = registered;
    const served = amended.when(complete!, register).events.find(({ type }) => type === 'GrievanceServed');
    expect(served).toMatchObject({ data: { grievance: mended, receipt: { digest: 'cd'.repeat(32) } } });
  });

  it('keeps the registry’s time however often it is amended, so that nobody holds it open by that (I-17)', () => {
    const amended = filed.when(
      mending('2025-02-05T10:00:00Z'),
      mending('2025-02-10T10:00:00Z', { ...mended, remedy: [] }),
    );
    expect(runningOf(amended)).toEqual(runningOf(filed));
    expect(amended.when(expire('completeness')).recorded.at(-1)).toBe('DeficiencyNoticeIssued');
    const { dueAt } = runningOf(filed)['completeness']!;
    expect(filed.refusalOf(mending(dueAt))).toBe('default-pending');
  });

  it('is amended by its filer alone, in time, to another text without claims of the other party', () => {
    expect(filed.refusalOf({ ...mending('2025-02-05T10:00:00Z'), ...respondent('2025-02-05T10:00:00Z') })).toBe(
      'not-the-complainant',
    );
    expect(filed.refusalOf(mending('2025-02-05T10:00:00Z', grievance))).toBe('amendment-changes-nothing');
    expect(
      filed.refusalOf(
        mending('2025-02-05T10:00:00Z', withClaims(first, { ...claim('C2', 'II'), claimant: 'respondent' })),
      ),
    ).toBe('claim-of-the-other-party');
    expect(filed.when(registered[1]!).refusalOf(mending('2025-02-06T10:30:00Z'))).toBe('amendment-before-registration');
    const deficient = given(decider).when(filing(FILED_AT, { remedy: [] }), expire('completeness'));
    expect(deficient.refusalOf(mending('2025-02-13T10:00:00Z'))).toBe('amendment-before-registration');
  });

  it('is amended 50 times at most', () => {
    const often = Array.from({ length: 50 }, (_, n) =>
      mending('2025-02-05T10:00:00Z', { ...mended, authority: `Instruction ${String(n)}` }),
    );
    expect(filed.when(...often).refusalOf(mending('2025-02-05T11:00:00Z'))).toBe('too-many-amendments');
  });
});
