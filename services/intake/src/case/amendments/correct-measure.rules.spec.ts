import type { IsoDate } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand, FiledCase } from '../case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  filing,
  grievance,
  register,
  registered,
  registry,
  reply,
  respondent,
} from '../case-story.fixture';
import { propose, reason, resumption, sign, suspension } from '../consent/consent-story.fixture';
import type { DeclineProposal } from '../consent/consent.rules';
import type { BarredClaim } from '../refiling/refiling.rules';
import { correctedIn, type CorrectionMatter } from './correct-measure.rules';

const [measure] = grievance.measures;
const PROPOSED = '2025-02-10T10:00:00Z';
/** The fifth joint business day after that; the sixteenth and seventeenth of February are none. */
const EXPIRY = '2025-02-18T16:00:00.000Z';

const correction = (changes: Partial<CorrectionMatter> = {}): CorrectionMatter => ({
  ...{ kind: 'correction', measure: 'M1', field: 'number', was: 'EO 14195', becomes: 'EO 14193', reason },
  ...changes,
});
const date = correction({ field: 'date', was: '2025-02-01', becomes: '2025-01-31' });
const title = correction({ field: 'title', was: 'Imposing duties', becomes: 'Imposing Duties' });
const citation = correction({ field: 'citation', was: '90 FR 9121', becomes: '90 FR 9122' });

const story = given(decider).when(...registered);
const proposed = story.when(propose(correction(), PROPOSED));
const corrected = proposed.when(expire('proposal:1'));
const objection = (when: string, n = 1): DeclineProposal => ({
  type: 'DeclineProposal',
  ...respondent(when),
  signatories: 'parties',
  proposalId: `proposal:${String(n)}`,
});
const measureOf = ({ state }: typeof story) => (state as FiledCase).grievance.measures[0];

describe('a clerical error in a measure', () => {
  it('is corrected when the other party does not object within 5 joint business days', () => {
    expect(proposed.events.at(-1)).toMatchObject({
      tier: 'PARTIES',
      data: { opens: [{ id: 'proposal:1', clock: 'correction', dueAt: EXPIRY, awaits: 'party:US' }] },
    });
    expect(measureOf(proposed)).toEqual(measure);
    expect(corrected.recorded).toEqual(['MeasureCorrected']);
    expect(corrected.events.at(-1)).toMatchObject({
      ...{ occurredAt: EXPIRY, tier: 'PUBLIC', rule: 'I-24' },
      data: { field: 'number', was: 'EO 14195', becomes: 'EO 14193', by: 'silence', closes: ['proposal:1'] },
    });
    expect(measureOf(corrected)).toEqual({ ...measure, number: 'EO 14193' });
    expect(corrected.state).toMatchObject({ proposals: [{ end: { kind: 'unobjected', at: EXPIRY } }] });
  });

  it('is corrected at once when the other party signs', () => {
    const signed = proposed.when(sign(correction(), '2025-02-11T10:00:00Z'));
    expect(signed.recorded).toEqual(['ProposalSigned', 'MeasureCorrected']);
    expect(signed.state).toMatchObject({ proposals: [{ end: { kind: 'signed' } }] });
    expect(measureOf(signed)).toMatchObject({ number: 'EO 14193' });
  });

  it('resets no claim and moves no clock', () => {
    const clocks = ({ state }: typeof story) => (state as FiledCase).running;
    expect(clocks(corrected)).toEqual(clocks(story));
    expect(corrected.state).toMatchObject({ amendments: [], goneClaims: [] });
  });

  it('is one text of a title, in the language that was mistyped', () => {
    expect(measureOf(story.when(propose(title, PROPOSED), expire('proposal:1')))?.title).toEqual([
      { lang: 'en', text: 'Imposing Duties', kind: 'original' },
    ]);
  });

  it('stays where the other party objects, and is changed by a replacement alone then', () => {
    const objected = proposed.when(objection('2025-02-18T15:59:59Z'));
    expect(objected.recorded).toEqual(['ProposalDeclined']);
    expect(measureOf(objected)).toEqual(measure);
    expect((objected.state as FiledCase).running).toEqual((story.state as FiledCase).running);
    expect(objected.refusalOf(propose(correction(), '2025-02-19T10:00:00Z'))).toBe('corrected-already');
    expect(objected.refusalOf(propose(correction({ becomes: 'EO 14194' }), '2025-02-19T10:00:00Z'))).toBe(
      'corrected-already',
    );
  });

  it('meets no objection after its time, and none of its own party', () => {
    expect(proposed.refusalOf(objection(EXPIRY))).toBe('proposal-closed');
    expect(proposed.refusalOf({ ...objection('2025-02-11T10:00:00Z'), ...complainant('2025-02-11T10:00:00Z') })).toBe(
      'own-proposal',
    );
  });

  it('may be proposed anew by who took it back', () => {
    const back = proposed.when({ ...objection(PROPOSED), ...complainant(PROPOSED), type: 'WithdrawProposal' });
    expect(back.when(propose(correction(), '2025-02-11T10:00:00Z')).recorded).toEqual(['ConsentProposed']);
  });

  it('stays where the text has changed meanwhile', () => {
    const before = story.when(reply('2025-02-07T10:00:00Z'), propose(date, PROPOSED), propose(correction(), PROPOSED));
    const both = before.when(sign(correction(), '2025-02-11T10:00:00Z', { n: 2 }));
    expect(both.when(expire('proposal:1')).recorded).toEqual(['ProposalLapsed']);
  });

  it('waits while the screening is suspended, and is objected to once it goes on', () => {
    const suspended = proposed.when(
      propose(suspension(), '2025-02-11T10:00:00Z'),
      sign(suspension(), '2025-02-11T11:00:00Z', { n: 2 }),
    );
    expect(suspended.refusalOf(objection('2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    expect(suspended.refusalOf(propose(date, '2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    const resumed = suspended.when(
      propose(resumption, '2025-03-03T10:00:00Z'),
      sign(resumption, '2025-03-03T11:00:00Z', { n: 3 }),
    );
    expect((resumed.state as FiledCase).running['proposal:1']?.dueAt).toBe('2025-03-10T16:00:00.000Z');
    expect(resumed.when(objection('2025-03-04T10:00:00Z')).recorded).toEqual(['ProposalDeclined']);
  });
});

describe('the lawyer who would change what is complained of by corrections', () => {
  const propounds = (changes: Partial<CorrectionMatter>) => story.refusalOf(propose(correction(changes), PROPOSED));

  it('corrects nothing that is not there, not so, no other text, or not in the form of a filing', () => {
    expect(propounds({ measure: 'M2' })).toBe('no-such-measure');
    expect(propounds({ was: 'EO 14159' })).toBe('corrects-another-text');
    expect(propounds({ becomes: 'EO 14195' })).toBe('amendment-changes-nothing');
    expect(propounds({ becomes: 'x'.repeat(201) })).toBe('correction-form');
    expect(propounds({ field: 'date', was: '2025-02-01', becomes: 'yesterday' })).toBe('correction-form');
    expect(propounds({ field: 'date', was: '2025-02-01', becomes: '2025-02-12' })).toBe('measure-of-a-later-day');
  });

  it('makes no other measure of it in slices, and corrects no field twice', () => {
    const twice = corrected.refusalOf(
      propose(correction({ was: 'EO 14193', becomes: 'EO 14195' }), '2025-02-19T10:00:00Z'),
    );
    expect(twice).toBe('corrected-already');
    expect(corrected.refusalOf(propose(date, '2025-02-19T10:00:00Z'))).toBe('another-measure');
    expect(corrected.refusalOf(propose({ ...title, becomes: 'Other duties' }, '2025-02-19T10:00:00Z'))).toBe(
      'another-measure',
    );
    expect(corrected.when(propose(citation, '2025-02-19T10:00:00Z')).recorded).toEqual(['ConsentProposed']);
  });

  it('does not slip two slices past each other while both are open', () => {
    const second = proposed.when(propose(date, PROPOSED), expire('proposal:1'));
    expect(second.when(expire('proposal:2')).recorded).toEqual(['ProposalLapsed']);
  });

  it('hides no correction among many', () => {
    const measures = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'].map((id) => ({ ...measure!, id, number: `EO 1${id}` }));
    const [, found] = registered;
    const claims = measures.map(({ id }) => ({ ...grievance.claims[0]!, id: `C${id}`, measure: id }));
    const many = given(decider).when(filing('2025-02-04T10:00:00+01:00', { measures, claims }), found!, register);
    const each = measures.map(({ id, number }) => propose(correction({ measure: id, was: number }), PROPOSED));
    expect(many.when(...each.slice(0, 5)).refusalOf(each[5]!)).toBe('too-many-corrections-open');
  });

  it('is the complainant, and no co-head', () => {
    expect(story.refusalOf(propose(correction(), respondent(PROPOSED)))).toBe('not-the-complainant');
    expect(story.refusalOf(propose(correction(), registry(PROPOSED), 'coheads'))).toBe('not-the-complainant');
    expect(story.refusalOf(propose(correction(), complainant(PROPOSED), 'coheads'))).toBe('both-parties-only');
  });

  it('corrects nothing before the registration, or from the interim text on', () => {
    const filedOnly = given(decider).when(filing('2025-02-04T10:00:00+01:00'));
    expect(filedOnly.refusalOf(propose(correction(), '2025-02-05T10:00:00Z'))).toBe('amendment-before-registration');
    const interim: CaseCommand = {
      ...{ type: 'NotePanelOutcome', outcome: 'interim', at: at('2025-02-17T10:00:00Z'), eventId: 'e1' },
    };
    const seen = proposed.when(interim);
    expect(seen.refusalOf(propose(title, '2025-02-18T10:00:00Z'))).toBe('amended-after-interim');
    expect(seen.when(expire('proposal:1')).recorded).toEqual(['MeasureCorrected']);
  });

  it('files no barred claim again under a number that is mistyped first', () => {
    const other = { ...grievance, measures: [{ ...measure!, date: '2025-01-31' as IsoDate, number: 'EO 14193' }] };
    const barred: BarredClaim = {
      ...{ claim: other.claims[0]!, measure: other.measures[0]!, docketNumber: 'CN-2024-0001', until: null },
    };
    const apart = given(decider).when(
      filing('2025-02-04T10:00:00+01:00', {
        measures: [{ ...measure!, title: [{ lang: 'en', text: 'Duties', kind: 'original' }] }],
      }),
      registered[1]!,
      register,
    );
    expect(apart.refusalOf({ ...propose(correction(), PROPOSED), barred: [barred] } as CaseCommand)).toBe(
      'claim-barred',
    );
    expect(apart.when({ ...propose(citation, PROPOSED), barred: [barred] } as CaseCommand).recorded).toEqual([
      'ConsentProposed',
    ]);
  });

  it('corrects no measure against which the other party makes claims', () => {
    const joined = {
      ...grievance,
      claims: grievance.claims.map((claim) => ({ ...claim, claimant: 'respondent' as const })),
    };
    const state = { ...(story.state as FiledCase), grievance: joined } as FiledCase;
    expect(decider.decide(propose(correction(), PROPOSED), state)).toMatchObject({
      reason: { code: 'claim-of-the-other-party' },
    });
  });

  it('of a case that has ended corrects nothing any more', () => {
    const ended = proposed.when({ type: 'WithdrawGrievance', ...complainant('2025-02-11T10:00:00Z') });
    expect(ended.state).toMatchObject({ proposals: [{ end: { kind: 'lapsed' } }] });
    expect(ended.when(expire('proposal:1')).recorded).toEqual([]);
    expect(ended.refusalOf(propose(title, '2025-02-12T10:00:00Z'))).toBe('screening-ended');
  });
});

it('a grievance reads as before where the field does not read as a correction says', () => {
  expect(correctedIn(grievance, correction({ was: 'EO 1' }))).toEqual(grievance);
});
