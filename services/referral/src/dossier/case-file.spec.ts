import { intake } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { caseId, lapse, publicEvent, untilSilence } from './dossier-story.fixture';
import { readCaseFile } from './case-file';

const { grievance } = readCaseFile(untilSilence).served;
const amended = publicEvent(intake.AmendmentServedSchema, '2025-03-20T09:00:00.000Z', 'PANEL', {
  caseId,
  amendmentId: 'S1',
  grievance: { ...grievance!, claims: [...grievance!.claims, { ...grievance!.claims[0]!, id: 'C3', provision: 'XX' }] },
  receiptNumber: 'of the amendment',
});
const withdrawn = publicEvent(intake.ClaimsWithdrawnSchema, '2025-03-21T09:00:00.000Z', 'PUBLIC', {
  caseId,
  claimIds: ['C1'],
  remainingClaimIds: ['C2', 'C3'],
});
const reopened = publicEvent(intake.ScreeningReopenedSchema, '2025-09-01T09:00:00.000Z', 'PUBLIC', {
  caseId,
  at: '2025-09-01T09:00:00.000Z',
});
const claimsOf = (...events: Parameters<typeof readCaseFile>[0]) =>
  readCaseFile(events).served.grievance?.claims.map(({ id }) => id);

describe('the file of a case', () => {
  it('holds the grievance as it was last amended, without the claims that were given up', () => {
    expect(claimsOf(...untilSilence)).toEqual(['C1', 'C2']);
    expect(claimsOf(...untilSilence, amended)).toEqual(['C1', 'C2', 'C3']);
    expect(claimsOf(withdrawn, ...untilSilence, amended)).toEqual(['C2', 'C3']);
  });

  it('holds claims again that were given up only after the screening had ended', () => {
    const setAside = publicEvent(intake.ClaimsWithdrawalSetAsideSchema, '2025-03-20T12:00:00.000Z', 'PUBLIC', {
      caseId,
      claimIds: ['C1'],
      standingClaimIds: ['C1', 'C2', 'C3'],
    });
    const after = { ...setAside, recordedat: '2025-03-22T09:00:00.000Z' as Instant };
    expect(claimsOf(after, withdrawn, ...untilSilence, amended)).toEqual(['C1', 'C2', 'C3']);
    const again = publicEvent(intake.ClaimsWithdrawnSchema, '2025-04-21T09:00:00.000Z', 'PUBLIC', {
      caseId,
      claimIds: ['C1'],
    });
    expect(claimsOf(after, withdrawn, ...untilSilence, amended, again)).toEqual(['C2', 'C3']);
    expect(readCaseFile([...untilSilence, amended]).served).toMatchObject({
      receiptNumber: 'of the amendment',
      docketNumber: expect.any(String),
    });
  });

  it('holds the measures as they were corrected since the text came, and as an amendment replaced them', () => {
    const [measure] = grievance!.measures;
    const corrected = (field: string, was: string, becomes: string, at: string) =>
      publicEvent(intake.MeasureCorrectedSchema, at, 'PUBLIC', {
        ...{ caseId, at, measureId: measure!.id, field, was, becomes, by: 'silence' },
      });
    const [title] = measure!.title;
    const measures = (...events: Parameters<typeof readCaseFile>[0]) =>
      readCaseFile([...untilSilence, ...events]).served.grievance?.measures;
    const number = corrected('number', measure!.number, 'EO 1', '2025-03-18T09:00:00.000Z');
    const inTitle = corrected('title', title!.text, 'Another title', '2025-03-18T10:00:00.000Z');
    const [both] = measures(number, inTitle) ?? [];
    expect([both?.number, both?.title[0]?.text]).toEqual(['EO 1', 'Another title']);
    const { served } = readCaseFile([...untilSilence, amended]);
    const replaced = publicEvent(intake.AmendmentServedSchema, '2025-03-20T09:00:00.000Z', 'PANEL', {
      ...{ caseId, amendmentId: 'R1', receivedAt: '2025-03-20T09:00:00.000Z' },
      grievance: served.grievance!,
    });
    expect(measures(number, replaced)?.[0]).toMatchObject({ number: measure!.number });
    expect(measures(corrected('number', 'EO 9', 'EO 1', '2025-03-18T09:00:00.000Z'))).toEqual(grievance!.measures);
  });

  it('names the version of the rules that the case has now', () => {
    const adopted = publicEvent(intake.RulesAdoptedSchema, '2025-03-20T09:00:00.000Z', 'PUBLIC', {
      caseId,
      fromVersion: '2026-1',
      toVersion: '2099-1',
    });
    expect(readCaseFile(untilSilence).registered.ruleSetVersion).toBe('2026-1');
    expect(readCaseFile([...untilSilence, adopted]).registered.ruleSetVersion).toBe('2099-1');
  });

  it('has no end of a screening that was reopened since', () => {
    expect(readCaseFile([...untilSilence, lapse]).ended).toMatchObject({ outcome: 'lapsed' });
    expect(readCaseFile([...untilSilence, reopened, lapse]).ended).toBeUndefined();
  });
});
