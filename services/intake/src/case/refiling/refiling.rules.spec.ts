import { given } from '@parley/testing';
import { amend, claim, withClaims } from '../amendments/amendments-story.fixture';
import type { CaseCommand } from '../case-commands.rules';
import {
  at,
  clocksOf,
  complainant,
  decider,
  expire,
  filing,
  grievance,
  parties,
  register,
  registry,
  respondent,
} from '../case-story.fixture';
import { barredClaims, type ConsentToRefiling } from './refiling.rules';

const INTERIM = '2025-04-22T15:00:00.000Z';
const BEFORE = '2025-04-22T14:59:59.999Z';
const BEHIND = '2025-04-23T10:00:00.000Z';
/** The end of the day of the seat, twelve months later. */
const FREE = '2026-04-23T15:00:00.000Z';

const [first] = grievance.claims as [(typeof grievance.claims)[number]];
const only = { ...first, provision: 'I:1' };
const story = given(decider).when(
  filing('2025-02-04T10:00:00+01:00', { claims: [only, { ...only, id: 'C2', provision: 'II:1' }] }),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
  expire('reply'),
  expire('consultations'),
  expire('joint-proposal'),
);
const ofPanel = (outcome: 'interim' | 'close' | 'findings', when: string): CaseCommand => ({
  type: 'NotePanelOutcome',
  outcome,
  at: at(when),
  eventId: outcome,
});
const interim = ofPanel('interim', INTERIM);
const some = (when: string): CaseCommand => ({ type: 'WithdrawClaims', ...complainant(when), claims: ['C2'] });
const whole = (when: string): CaseCommand => ({ type: 'WithdrawGrievance', ...complainant(when) });
const consent = (claims: readonly string[], act = respondent(BEHIND)): ConsentToRefiling => ({
  type: 'ConsentToRefiling',
  ...act,
  claims,
});

/** Which claims a case bars from being filed again, and until when. */
const bars = ({ state }: typeof story, when: string, party = parties.complainant) =>
  barredClaims(state, party, at(when), clocksOf).map((bar) => [bar.claim.id, bar.until]);

describe('a claim that is withdrawn (I-68)', () => {
  it('is free until the interim text, and barred for twelve months from then on', () => {
    expect(bars(story.when(some(BEFORE), interim), BEHIND)).toEqual([['C1', null]]);
    const withdrawn = story.when(interim, some(BEHIND));
    expect(withdrawn.events.at(-1)).toMatchObject({
      type: 'WithdrawnAfterReview',
      tier: 'PUBLIC',
      data: { claims: ['C2'], until: FREE },
    });
    expect(bars(withdrawn, BEHIND)).toEqual([
      ['C2', FREE],
      ['C1', null],
    ]);
    expect(bars(withdrawn.when(whole(BEHIND)), FREE.replace('15:00:00.000', '14:59:59.999'))).toEqual([
      ['C2', FREE],
      ['C1', FREE],
    ]);
    expect(bars(withdrawn.when(whole(BEHIND)), FREE)).toEqual([]);
  });

  it('is judged by the instant of the interim text, though that is heard of only behind it', () => {
    const heardLate = story.when(some(INTERIM), whole(BEHIND), interim);
    expect(heardLate.recorded).toEqual(['InterimNoted', 'WithdrawnAfterReview', 'WithdrawnAfterReview']);
    expect(heardLate.events.slice(-2)).toMatchObject([{ data: { claims: ['C2'] } }, { data: { claims: ['C1'] } }]);
    expect(bars(heardLate, BEHIND).map(([id]) => id)).toEqual(['C2', 'C1']);
    expect(story.when(some(BEFORE), interim).recorded).toEqual(['InterimNoted']);
  });

  it('is barred for its own party alone, and not where the screening ended otherwise', () => {
    expect(bars(story.when(interim, whole(BEHIND)), BEHIND, parties.respondent)).toEqual([]);
    const settled: CaseCommand = { type: 'NoteSettlement', at: at(BEHIND), eventId: 'settlement' };
    expect(bars(story.when(interim, settled), BEHIND)).toEqual([]);
    expect(bars(story.when(expire('long-stop')), '2025-08-01T10:00:00Z')).toEqual([]);
  });
});

describe('a claim that was found on (I-68)', () => {
  it('is barred for twelve months from its findings', () => {
    const found = story.when(interim, ofPanel('close', BEHIND), ofPanel('findings', '2025-05-02T09:00:00Z'));
    expect(bars(found, BEHIND)).toEqual([
      ['C1', '2026-05-02T15:00:00.000Z'],
      ['C2', '2026-05-02T15:00:00.000Z'],
    ]);
  });
});

describe('a grievance that makes a barred claim (I-68)', () => {
  const barred = barredClaims(story.when(interim, some(BEHIND)).state, parties.complainant, at(BEHIND), clocksOf);
  const again = { ...only, id: 'C7', provision: 'II:1(b)' };
  const refusal = { kind: 'refused', reason: { code: 'claim-barred', rule: 'I-68' } };

  it('is refused with the path of the claim, however measure and provision are written', () => {
    const measures = grievance.measures.map((measure) => ({ ...measure, id: 'M9', number: ' e.o. No. 14195' }));
    const claims = [
      { ...only, id: 'C6', measure: 'M9', provision: 'XI' },
      { ...again, measure: 'M9' },
    ];
    const filed = { ...filing(BEHIND, { measures, claims }), barred };
    expect(given(decider).decision(filed)).toMatchObject({ ...refusal, path: '/grievance/claims/1' });
    expect(given(decider).when({ ...filed, barred: [] }).recorded).toEqual(['GrievanceFiled']);
  });

  it('is refused as a cure, as an amendment of a filing, as a supplement and as a replacement', () => {
    const claims = withClaims(only, again);
    const filed = given(decider).when(filing('2025-02-04T10:00:00+01:00', { remedy: [] }));
    const amended = amend('supplement', claims, '2025-02-05T09:00:00+01:00');
    expect(filed.decision({ ...amended, barred })).toMatchObject({ ...refusal, path: '/grievance/claims/1' });
    const { by, party, certification, receipt } = { ...amended, ...complainant(BEFORE) };
    const cure = { type: 'CureDeficiency', by, party, certification, receipt, contact: null } as const;
    const late = at('2025-02-12T09:00:00+01:00');
    expect(
      filed.when(expire('completeness')).decision({ ...cure, grievance: claims, receivedAt: late, barred }),
    ).toMatchObject({ ...refusal, path: '/grievance/claims/1' });
    for (const kind of ['supplement', 'replacement'] as const)
      expect(
        given(decider)
          .when(
            filing('2025-02-04T10:00:00+01:00'),
            { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
            register,
          )
          .decision({ ...amend(kind, claims, '2025-02-10T09:00:00Z'), barred }),
      ).toMatchObject({ ...refusal, path: '/grievance/claims/1' });
  });

  it('keeps what it held before', () => {
    const held = given(decider).when(filing('2025-02-04T10:00:00+01:00', { claims: [only, again] }));
    const amended = amend('replacement', withClaims(only, again, claim('C8', 'XX')), '2025-02-05T09:00:00+01:00');
    expect(held.when({ ...amended, barred }).recorded).toEqual(['FilingAmended']);
  });
});

describe('the other party', () => {
  const withdrawn = story.when(interim, some(BEHIND));

  it('lets a claim be filed again, in public and before its time', () => {
    const consented = withdrawn.when(consent(['C2', 'C1']));
    expect(consented.events.at(-1)).toMatchObject({ type: 'RefilingConsented', tier: 'PUBLIC', rule: 'I-68' });
    expect(bars(consented, BEHIND)).toEqual([]);
    expect(bars(withdrawn.when(whole(BEHIND), consent(['C2'])), BEHIND)).toEqual([['C1', FREE]]);
  });

  it('consents once, to barred claims of the complainant alone, and nobody consents to his own', () => {
    expect(withdrawn.refusalOf(consent(['C2'], complainant(BEHIND)))).toBe('claim-not-held');
    expect(withdrawn.refusalOf(consent(['C2'], { ...respondent(BEHIND), party: null }))).toBe('not-a-party');
    expect(withdrawn.decision(consent(['C2', 'C9']))).toMatchObject({
      path: '/claims/1',
      reason: { code: 'claim-not-held' },
    });
    expect(withdrawn.when(consent(['C2'])).refusalOf(consent(['C2']))).toBe('refiling-consented-already');
    expect(story.refusalOf(consent(['C1']))).toBe('claim-not-barred');
    expect(story.when(some(BEFORE), interim).refusalOf(consent(['C2']))).toBe('claim-not-barred');
  });
});
