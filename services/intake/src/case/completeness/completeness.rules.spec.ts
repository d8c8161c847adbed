import type { Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand, CureDeficiency } from '../case-commands.rules';
import { decider, filing, registry, respondent } from '../case-story.fixture';

const FILED = '2025-02-04T10:00:00+01:00';
const cure = (receivedAt: string): CureDeficiency => ({ ...filing(receivedAt), type: 'CureDeficiency' });
const notice = (receivedAt: string): CaseCommand => ({ type: 'IssueDeficiencyNotice', ...registry(receivedAt) });

const defective = given(decider).when(filing(FILED, { remedy: [] }));
const deficient = defective.when(notice('2025-02-05T10:00:00+01:00'));
const runningIn = (story: typeof deficient, id: string) =>
  (story.state as { running: Record<string, { dueAt: string }> }).running[id]!.dueAt;

describe('a deficiency notice', () => {
  it('is of a filing that awaits its check, in time, and of what the check finds', () => {
    expect(deficient.recorded).toEqual(['DeficiencyNoticeIssued']);
    expect(deficient.refusalOf(notice('2025-02-05T11:00:00+01:00'))).toBe('not-awaiting-completeness-check');
    expect(defective.refusalOf(notice(runningIn(defective, 'completeness')))).toBe('completeness-check-out-of-time');
    expect(given(decider).when(filing(FILED)).refusalOf(notice('2025-02-05T10:00:00+01:00'))).toBe(
      'completeness-check-passes',
    );
  });
});

describe('a cure', () => {
  it('is the complainant’s, of a filing that is deficient, within its time', () => {
    const cured = deficient.when(cure('2025-02-06T10:00:00+01:00'));
    expect(cured.recorded).toEqual(['DeficiencyCured']);
    const ofOther = { ...cure('2025-02-06T10:00:00+01:00'), party: respondent(FILED).party };
    expect(deficient.refusalOf(ofOther)).toBe('not-the-complainant');
    expect(cured.refusalOf(cure('2025-02-06T11:00:00+01:00'))).toBe('not-deficient');
    expect(deficient.refusalOf(cure(runningIn(deficient, 'cure')))).toBe('cure-out-of-time');
  });

  it('is of what its filer certified', () => {
    const { certification, ...rest } = cure('2025-02-06T10:00:00+01:00');
    const another = { ...rest, certification: { ...certification, digest: 'cd'.repeat(32) as Sha256 } };
    expect(deficient.refusalOf(another)).toBe('certification-digest-differs');
  });
});
