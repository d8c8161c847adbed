import type { Instant, PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { ReferralCommand } from './common-refusals.rules';
import type { FiledReferral } from './referral-state.rules';
import {
  ask,
  askOfTheirs,
  assemble,
  at,
  CN,
  complainant,
  decider,
  digest,
  exit,
  expire,
  filed,
  findings,
  issue,
  joined,
  registered,
  respondent,
  served,
  sign,
  tell,
  US,
  type Said,
} from './referral-story.fixture';

const oneSided = given(decider).when(filed, registered, served);
const both = oneSided.when(joined);
const handOver = (n: number, by = respondent): ReferralCommand => ({
  type: 'RecordTransmission',
  ...by('2025-07-10T10:00:00Z'),
  n,
  handedOverAt: at('2025-07-02T10:00:00Z'),
  receipt: null,
});

describe('a case that holds the measures of both', () => {
  it('is left for the forum by either party, each for itself (I-53)', () => {
    expect(oneSided.refusalOf(exit('2025-03-04T10:00:00Z', respondent))).toBe('no-claims-of-own');
    const gone = both.when(exit('2025-03-04T10:00:00Z', respondent));
    expect(gone.events.at(-1)).toMatchObject({ type: 'ExitNoticeGiven', tier: 'PUBLIC', data: { party: US } });
    expect(gone.when(exit('2025-03-05T10:00:00Z', respondent)).recorded).toEqual([]);
    expect(gone.when(exit('2025-03-05T10:00:00Z')).state).toMatchObject({
      exitNotices: { [US]: '2025-03-04T10:00:00.000Z', [CN]: '2025-03-05T10:00:00.000Z' },
    });
  });

  it('gives a dossier on an exit notice to who gave it, and to nobody else (I-48)', () => {
    const gone = both.when(exit('2025-03-04T10:00:00Z', respondent));
    expect(gone.refusalOf(ask('2025-03-05T10:00:00Z'))).toBe('no-basis-for-a-dossier');
    expect(gone.when(askOfTheirs('2025-03-05T10:00:00Z')).events.at(-1)).toMatchObject({
      type: 'DossierRequested',
      tier: 'FILER',
      data: { n: 1, party: US, basis: 'exit-notice' },
    });
  });

  it('lets each refer its own claims alone (I-30)', () => {
    const found = both.when(findings);
    expect(
      found.decision(askOfTheirs('2025-06-23T10:00:00Z', { measures: ['M1', 'M3'], claims: ['U1', 'C1'] })),
    ).toMatchObject({ reason: { code: 'claim-of-the-other-party' }, path: '/claims/1' });
    expect(found.refusalOf(ask('2025-06-23T10:00:00Z', { measures: ['M3'], claims: ['U1'] }))).toBe(
      'claim-of-the-other-party',
    );
    expect(found.refusalOf(askOfTheirs('2025-06-23T10:00:00Z', { measures: ['M1', 'M3'] }))).toBe(
      'measure-without-claim',
    );
    expect(
      found.when(tell({ kind: 'claims-withdrawn', claims: ['U1'] })).refusalOf(askOfTheirs('2025-06-23T10:00:00Z')),
    ).toBe('no-claims-of-own');
  });

  it('has the dossiers of both side by side, each with a clock, signatures and an issue of its own', () => {
    const two = both.when(findings, ask('2025-06-23T10:00:00Z'), askOfTheirs('2025-06-24T10:00:00Z'));
    expect(two.state).toMatchObject({
      running: { 'dossier:1': { dueDate: '2025-06-30' }, 'dossier:2': { dueDate: '2025-07-01' } },
    });
    expect([two.refusalOf(ask('2025-06-24T11:00:00Z')), two.refusalOf(askOfTheirs('2025-06-24T11:00:00Z'))]).toEqual([
      'dossier-pending',
      'dossier-pending',
    ]);
    const signed = two.when(
      assemble({ digest: digest('2') }, 2),
      sign(US, '2025-06-25T10:00:00Z', digest('2'), 2),
      sign(CN, '2025-06-25T11:00:00Z', digest('2'), 2),
      issue(2),
    );
    expect(signed.events.at(-1)).toMatchObject({ type: 'DossierIssued', data: { n: 2, party: US, missing: [] } });
    expect(signed.state).toMatchObject({
      dossiers: [
        { n: 1, party: CN, status: 'signing' },
        { n: 2, party: US, status: 'issued' },
      ],
    });
    expect(signed.when(askOfTheirs('2025-06-26T10:00:00Z')).events.at(-1)).toMatchObject({ data: { n: 3, party: US } });
    const later = signed.when(assemble(), expire(1), issue(1));
    expect(later.events.at(-1)).toMatchObject({ data: { n: 1, party: CN, missing: [CN, US] } });
    expect(later.refusalOf(handOver(1))).toBe('dossier-of-the-other-party');
    expect(later.when(handOver(2)).events.at(-1)).toMatchObject({
      type: 'DossierTransmitted',
      data: { n: 2, party: US },
    });
  });

  it('is asked whether the forum hears it against the party that the claims are made against (I-49)', () => {
    const state = both.when(findings);
    const agreement = tell({
      kind: 'grievance-served',
      measures: ['M1', 'M3'],
      claims: [
        { id: 'C1', measure: 'M1', agreement: 'GATT1994', provision: 'I:1' },
        { id: 'U1', measure: 'M3', agreement: 'GPA', provision: 'III', claimant: 'respondent' },
      ],
    });
    expect(state.when(agreement).refusalOf(askOfTheirs('2025-06-23T10:00:00Z'))).toBe('agreement-not-binding');
  });

  it('treats the two alike: with the sides exchanged the record is the mirror image (I-07)', () => {
    const instants = fc.constantFrom(
      '2025-03-04T10:00:00Z',
      '2025-06-23T10:00:00Z',
      '2025-06-24T10:00:00Z',
      '2025-07-10T10:00:00Z',
    );
    type Made = (own: 'first' | 'second') => Said;
    const steps = fc.oneof(
      fc.tuple(fc.boolean(), instants).map(
        ([mine, instant]): Made =>
          (own) =>
            exit(instant, mine === (own === 'first') ? complainant : respondent),
      ),
      fc.tuple(fc.boolean(), instants).map(
        ([mine, instant]): Made =>
          (own) =>
            mine === (own === 'first') ? ofC(instant) : askOfTheirs(instant),
      ),
      fc.constant<Made>(() => findings),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(assembleOn, expire, issue)).map(
        ([n, make]): Made =>
          () =>
            make(n),
      ),
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (made) => {
        const [one, other] = (['first', 'second'] as const).map((own) => toldOf(made.map((make) => make(own))));
        expect(other).toEqual(one?.map((line) => line.replace(/CN|US/g, (code) => (code === 'CN' ? 'US' : 'CN'))));
      }),
    );
  });
});

const ofC = (instant: string): ReferralCommand => ask(instant, { measures: ['M1'], claims: ['C1'] });
const assembleOn = (n: number): ReferralCommand => assemble({ basis: 'findings-final' }, n);

/** What the commands lead to: refusals, events with their party, and what runs then. */
function toldOf(commands: readonly Said[]): readonly string[] {
  let state = both.state;
  return commands.flatMap((command) => {
    const decision = decider.decide(command, state);
    if (decision.kind === 'refused') return [decision.reason.code];
    state = decision.events.reduce(decider.evolve, state);
    return [
      ...decision.events.map(
        ({ type, data }) => `${type} ${'party' in data && typeof data.party === 'string' ? data.party : ''}`,
      ),
      runningOf(state as FiledReferral),
    ];
  });
}

const runningOf = ({ running, exitNotices }: FiledReferral): string =>
  JSON.stringify([
    Object.values(running).map(({ id, dueAt }) => [id, dueAt]),
    (Object.entries(exitNotices) as [PartyCode, Instant][]).map(([party, since]) => `${party} ${since}`),
  ]);
