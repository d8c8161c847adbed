import { derivedUuid } from '@parley/event-store';
import { toProve } from './take-proofs';

const CASE = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab';
const AT = '2025-02-05T08:00:00.000Z';
const TYPE = 'parley.intake.v1.CaseRegistered';

const line = (eventId: string, tier: string, stream: string, type: string, data: object = {}): string => {
  const header = JSON.stringify({ eventId, recordedAt: AT, stream, tier, type });
  return JSON.stringify({ header, payload: Buffer.from(JSON.stringify(data)).toString('base64'), commitment: '' });
};
const told = (eventId: string) => {
  const id = derivedUuid(eventId, TYPE, CASE);
  return { id, type: TYPE, subject: CASE, time: AT, recordedat: AT };
};

describe('what is proved of a dossier', () => {
  const dossiers = `referral.referral-${CASE}`;
  const proved = (...lines: readonly string[]) =>
    toProve(lines.join('\n'), CASE, 1, ['a', 'b', 'c'].map(told)).map(({ eventId, payload }) => [eventId, !!payload]);

  it('is what it tells of, and nothing that is not in it or that is its filer’s alone (I-50)', () => {
    const stream = `intake.case-${CASE}`;
    expect(
      proved(
        line('a', 'PARTIES', stream, 'CaseRegistered'),
        line('b', 'FILER', stream, 'CaseRegistered'),
        line('c', 'DELIBERATION', stream, 'CaseRegistered'),
        line('d', 'PUBLIC', stream, 'CaseRegistered'),
        JSON.stringify({ stub: { stream, revision: 4 } }),
      ),
    ).toEqual([['a', false]]);
  });

  it('is, of the dossier itself, what became of this one, and the last time it was put together', () => {
    expect(
      proved(
        line('e', 'FILER', dossiers, 'DossierAssembled', { n: 1 }),
        line('f', 'FILER', dossiers, 'DossierAssembled', { n: 1 }),
        line('g', 'PARTIES', dossiers, 'DossierSigned', { n: 1 }),
        line('h', 'PUBLIC', dossiers, 'DossierIssued', { n: 1 }),
        line('i', 'PUBLIC', dossiers, 'DossierIssued', { n: 2 }),
        line('j', 'FILER', dossiers, 'DossierRequested', { n: 1 }),
      ),
    ).toEqual([
      ['g', true],
      ['h', true],
      ['f', true],
    ]);
  });
});
