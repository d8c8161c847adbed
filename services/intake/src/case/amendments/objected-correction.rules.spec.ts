import { given } from '@parley/testing';
import type { CaseCommand, FiledCase } from '../case-commands.rules';
import { at, complainant, decider, expire, grievance, registered, reply, respondent } from '../case-story.fixture';
import { propose, reason, sign } from '../consent/consent-story.fixture';
import { amend, claim, first, withClaims } from './amendments-story.fixture';
import { correctedIn, type CorrectionMatter } from './correct-measure.rules';
import { grievanceDigest } from './replace-by-consent.rules';

const correction = (changes: Partial<CorrectionMatter> = {}): CorrectionMatter => ({
  ...{ kind: 'correction', measure: 'M1', field: 'number', was: 'EO 14195', becomes: 'EO 14193', reason },
  ...changes,
});
/** The same, certified for the case of an objection. */
const certified = (matter: CorrectionMatter = correction(), of = grievance): CorrectionMatter => {
  const digest = grievanceDigest(correctedIn(of, matter));
  const { by } = complainant(PROPOSED);
  const receipt = { number: '1e0f6a52-6a1e-8a3b-9c4d-0123456789ab', digest, jws: 'a.b.c' };
  return { ...matter, certification: { by, digest }, receipt };
};
const PROPOSED = '2025-02-10T10:00:00Z';
const OBJECTED = '2025-02-12T10:00:00Z';
const objects = (when = OBJECTED, n = 1): CaseCommand => ({
  ...{ type: 'DeclineProposal', ...respondent(when), signatories: 'parties', proposalId: `proposal:${String(n)}` },
});

const two = withClaims(first, { ...claim('C2', 'II'), measure: 'M2' });
const story = given(decider).when(...registered);
const replied = story.when(reply('2025-02-07T10:00:00Z'));
const proposed = replied.when(propose(certified(), PROPOSED));
const filed = ({ state }: typeof story) => state as FiledCase;

describe('an objection to a correction that was certified', () => {
  const objected = proposed.when(objects());

  it('makes a replacement of it at that instant, by the complainant’s own words, with its own time to answer', () => {
    expect(objected.recorded).toEqual(['ProposalDeclined', 'GrievanceAmended', 'AmendmentServed']);
    expect(objected.events.at(-2)).toMatchObject({
      ...{ occurredAt: at(OBJECTED), tier: 'PUBLIC', rule: 'I-24' },
      data: {
        ...{ amendmentId: 'R1', kind: 'replacement', by: 'cn-desk-1', replaced: ['C1'], added: [], dropped: [] },
        ...{ proposalId: null, objectedTo: 'proposal:1', opens: [{ id: 'reply:R1' }] },
      },
    });
    const { grievance: now, certification, receipt, running } = filed(objected);
    expect(now).toEqual(correctedIn(grievance, correction()));
    expect({ certification, receipt }).toEqual({
      certification: certified().certification,
      receipt: certified().receipt,
    });
    const { 'reply:R1': own, ...others } = running;
    expect(own).toBeDefined();
    expect(others).toEqual(filed(replied).running);
  });

  it('resets the reply itself where nobody has replied yet and it replaces every claim', () => {
    const before = story.when(propose(certified(), PROPOSED));
    const { reply: reset } = filed(before.when(objects())).running;
    expect(reset?.dueAt).toBe(at('2025-02-27T17:00:00+01:00'));
    expect(filed(before).running['reply']?.dueAt).toBe(at('2025-02-21T17:00:00+01:00'));
  });

  it('counts as no consent: nothing is replaced after the day up to which the complainant may alone', () => {
    const silent = story.when(...['reply', 'consultations', 'joint-proposal'].map((clock) => expire(clock)));
    const [last, late] = ['2025-04-07T10:00:00Z', '2025-04-08T10:00:00Z'];
    const open = silent.when(propose(certified(), '2025-04-07T09:00:00Z'));
    expect(open.when(objects(last)).recorded).toContain('GrievanceAmended');
    const fallen = open.when(objects(late));
    expect(fallen.recorded).toEqual(['ProposalDeclined']);
    expect(filed(fallen).grievance).toEqual(grievance);
    expect(filed(fallen).running).toEqual(filed(silent).running);
  });

  it('replaces nothing from the interim text on, nor once nobody certified what the text would be now', () => {
    const interim: CaseCommand = {
      ...{ type: 'NotePanelOutcome', outcome: 'interim', at: at('2025-02-11T10:00:00Z'), eventId: 'e1' },
    };
    expect(proposed.when(interim, objects()).recorded).toEqual(['ProposalDeclined']);
    const amended = proposed.when(amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-11T10:00:00Z'));
    expect(amended.when(objects()).recorded).toEqual(['ProposalDeclined']);
    expect(filed(amended.when(objects())).amendments).toHaveLength(1);
  });

  it('waits for a default that is due, as what else moves clocks does', () => {
    const open = story.when(propose(certified(), '2025-02-20T10:00:00Z'));
    expect(open.refusalOf(objects('2025-02-21T17:00:00+01:00'))).toBe('default-pending');
    const uncertified = story.when(propose(correction(), '2025-02-20T10:00:00Z'));
    expect(uncertified.when(objects('2025-02-21T17:00:00+01:00')).recorded).toEqual(['ProposalDeclined']);
  });
});

describe('the lawyer of the respondent, who would win time by objections', () => {
  it('gets none where the complainant certified nothing: the correction falls away', () => {
    const objected = replied.when(propose(correction(), PROPOSED), objects());
    expect(objected.recorded).toEqual(['ProposalDeclined']);
    expect(filed(objected).running).toEqual(filed(replied).running);
  });

  it('gets none for the claims against another measure', () => {
    const [m1] = grievance.measures;
    const measures = [m1!, { ...m1!, id: 'M2', number: 'EO 2' }];
    const held = { ...two, measures };
    const state = { ...filed(replied), grievance: held } as FiledCase;
    const wide = { ...proposed, state };
    const made = decider.decide(propose(certified(correction(), held), PROPOSED), wide.state);
    if (made.kind === 'refused') throw new Error(made.reason.code);
    const open = made.events.reduce<Parameters<typeof decider.evolve>[0]>(
      (now, each) => decider.evolve(now, each),
      state,
    );
    expect(decider.decide(objects(), open)).toMatchObject({
      events: [{}, { data: { replaced: ['C1'], opens: [{ id: 'reply:R1' }] } }, {}],
    });
  });
});

describe('the lawyer of the complainant, who would change what is complained of', () => {
  it('certifies the whole text as it would read, or nothing', () => {
    const other = { ...certified(), ...correction({ becomes: 'EO 14194' }) };
    expect(replied.refusalOf(propose(other, PROPOSED))).toBe('certification-digest-differs');
  });

  it('has no other measure in it, certified or not, and changes the field no second time as a correction', () => {
    const slipped = correction({ field: 'title', was: 'Imposing duties', becomes: 'Other duties' });
    const corrected = replied.when(propose(correction(), PROPOSED), sign(correction(), PROPOSED));
    expect(corrected.refusalOf(propose(certified(slipped, filed(corrected).grievance), OBJECTED))).toBe(
      'another-measure',
    );
    const again = certified(
      correction({ was: 'EO 14193', becomes: 'EO 14195' }),
      filed(proposed.when(objects())).grievance,
    );
    expect(proposed.when(objects()).refusalOf(propose(again, '2025-02-13T10:00:00Z'))).toBe('corrected-already');
  });

  it('makes no replacement by silence or by consent: those correct, and reset nothing', () => {
    for (const corrected of [proposed.when(expire('proposal:1')), proposed.when(sign(certified(), OBJECTED))]) {
      expect(corrected.recorded).toContain('MeasureCorrected');
      expect(corrected.recorded).not.toContain('GrievanceAmended');
      expect(filed(corrected).running).toEqual(filed(replied).running);
      expect(corrected.events.at(-1)?.data).not.toHaveProperty('certification');
    }
  });
});
