import type { Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import { grievanceDigest } from './replace-by-consent.rules';
import type { RegisteredCase } from '../case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  filing,
  grievance,
  registered,
  reply,
  respondent,
} from '../case-story.fixture';
import { amend, answer, claim, first, withClaims } from './amendments-story.fixture';
import { extension, propose, sign, suspension } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';
import type { Grievance } from '../filing/file-grievance.rules';
import type { AmendGrievance } from './amendments.rules';

const [measure] = grievance.measures as [Grievance['measures'][number]];
const story = given(decider).when(...registered);
const second = claim('C2', 'II');
const supplemented = story.when(amend('supplement', withClaims(first, second), '2025-02-10T10:00:00Z'));
const runningOf = (scenario: typeof story) => (scenario.state as RegisteredCase).running;

describe('a supplement', () => {
  it('adds claims with a time of their own, and no other clock moves (I-24)', () => {
    expect(supplemented.recorded).toEqual(['GrievanceAmended', 'AmendmentServed']);
    expect(supplemented.events.at(-2)).toMatchObject({
      tier: 'PUBLIC',
      data: { amendmentId: 'S1', added: ['C2'], replaced: [], dropped: [], legalBasis: [{ id: 'C1' }, { id: 'C2' }] },
    });
    expect(supplemented.events.at(-1)).toMatchObject({
      tier: 'PANEL',
      data: { grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] } },
    });
    const { 'reply:S1': own, ...others } = runningOf(supplemented);
    expect(own).toMatchObject({ clock: 'reply', dueDate: '2025-02-25', trigger: { event: 'GrievanceAmended' } });
    expect(others).toEqual(runningOf(story));
    expect(supplemented.state).toMatchObject({
      registration: { docketNumber: 'CN-2025-0001' },
      grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] },
    });
  });

  it('is answered in its own time, the last millisecond included, and goes on to consultations of its own', () => {
    expect(supplemented.refusalOf(answer('S1', ['C2'], '2025-02-25T17:00:00+01:00'))).toBe('reply-out-of-time');
    const answered = supplemented.when(expire('reply'), answer('S1', ['C2'], '2025-02-25T16:59:59.999+01:00'));
    expect(answered.events.at(-1)).toMatchObject({
      type: 'AmendmentAnswered',
      tier: 'PANEL',
      data: { closes: ['reply:S1'], opens: [{ id: 'consultations:S1' }] },
    });
    expect(answered.refusalOf(answer('S1', ['C2'], '2025-02-26T10:00:00Z'))).toBe('not-awaiting-reply');
    const closed = answered.when(expire('consultations:S1'));
    expect(closed.recorded).toEqual(['AmendmentConsultationsClosed']);
    expect(closed.state).toMatchObject({
      amendments: [{ id: 'S1', stage: 'closed' }],
      exchange: { stage: 'consultations' },
    });
  });

  it('that nobody answers stands unanswered as of the expiry, and the first reply is not touched by it (I-18)', () => {
    const lapsed = supplemented.when(reply('2025-02-20T10:00:00Z'), expire('reply:S1'));
    expect(lapsed.events.at(-1)).toMatchObject({
      type: 'AmendmentReplyLapsed',
      tier: 'PUBLIC',
      occurredAt: at('2025-02-25T17:00:00+01:00'),
    });
    expect(lapsed.when(expire('reply:S1')).recorded).toEqual([]);
    expect(lapsed.state).toMatchObject({
      amendments: [{ answer: 'unanswered', stage: 'consultations' }],
      exchange: { reply: { position: 'accepts' } },
    });
    expect(lapsed.refusalOf(answer('S1', ['C2'], '2025-02-26T10:00:00Z'))).toBe('reply-out-of-time');
  });

  it('is answered by the respondent, about its own claims, under its own id', () => {
    expect(
      supplemented.refusalOf({
        ...answer('S1', ['C2'], '2025-02-11T10:00:00Z'),
        ...complainant('2025-02-11T10:00:00Z'),
      }),
    ).toBe('not-the-respondent');
    expect(supplemented.decision(answer('S1', ['C2', 'C1'], '2025-02-11T10:00:00Z'))).toMatchObject({
      reason: { code: 'claim-not-of-the-amendment' },
      path: '/counterStatements/1/claim',
    });
    expect(supplemented.refusalOf(answer('S2', ['C2'], '2025-02-11T10:00:00Z'))).toBe('unknown-amendment');
  });

  it('is answered no more once the screening has ended', () => {
    const ended = supplemented.when({ type: 'WithdrawGrievance', ...complainant('2025-02-11T10:00:00Z') });
    expect(ended.refusalOf(answer('S1', ['C2'], '2025-02-12T10:00:00Z'))).toBe('screening-ended');
  });

  it('only adds, and adds something', () => {
    const replacing = withClaims({ ...first, provision: 'III' }, second);
    expect(story.refusalOf(amend('supplement', replacing, '2025-02-10T10:00:00Z'))).toBe('supplement-replaces');
    expect(story.refusalOf(amend('supplement', withClaims(second), '2025-02-10T10:00:00Z'))).toBe(
      'supplement-replaces',
    );
    expect(story.refusalOf(amend('supplement', grievance, '2025-02-10T10:00:00Z'))).toBe('supplement-adds-nothing');
  });

  it('is a new case where the panel would not have its time with it before the long-stop, whoever consents', () => {
    const matter = (when: string): Matter => {
      const { grievance: content, certification, receipt } = amend('supplement', withClaims(first, second), when);
      return { kind: 'supplement', grievance: content, certification, receipt };
    };
    const proposing = (when: string) => propose(matter(when), complainant(when));
    expect(runningOf(story)['long-stop']).toMatchObject({ dueDate: '2025-07-07' });
    // Fifteen working days after the lapse of ten more: 27 June, and 9 July.
    const behind = story.when(expire('reply'), expire('consultations'), expire('joint-proposal'));
    expect(behind.decision(proposing('2025-05-20T10:00:00Z')).kind).toBe('accepted');
    expect(behind.decision(proposing('2025-06-02T10:00:00Z'))).toMatchObject({
      reason: { code: 'no-time-for-the-claim', rule: 'I-24' },
      path: '/grievance/claims',
    });
  });

  it(
    'comes by day 60 from registration, and from then on only with both signatures; else ' + 'it is a new case (I-24)',
    () => {
      const behind = story.when(expire('reply'), expire('consultations'), expire('joint-proposal'));
      const to = withClaims(first, second);
      expect(behind.when(amend('supplement', to, '2025-04-07T16:59:59.999+02:00')).recorded).toEqual([
        'GrievanceAmended',
        'AmendmentServed',
      ]);
      const late = amend('supplement', to, '2025-04-07T17:00:00+02:00');
      expect(behind.refusalOf(late)).toBe('supplement-late');
      const { certification, receipt } = late;
      const matter: Matter = { kind: 'supplement', grievance: to, certification, receipt };
      const agreed = behind.when(propose(matter, '2025-04-10T10:00:00Z'), sign(matter, '2025-04-11T10:00:00Z'));
      expect(agreed.recorded).toEqual(['ProposalSigned', 'GrievanceAmended', 'AmendmentServed']);
      expect(agreed.events.at(-2)).toMatchObject({
        data: {
          by: complainant('2025-04-10T10:00:00Z').by,
          proposalId: 'proposal:1',
          opens: [{ id: 'reply:S1', trigger: { instant: at('2025-04-11T10:00:00Z') } }],
        },
      });
      expect(behind.refusalOf(propose(matter, respondent('2025-04-10T10:00:00Z')))).toBe('not-the-complainant');
      const ended = behind.when({ type: 'WithdrawGrievance', ...complainant('2025-04-08T10:00:00Z') });
      expect(ended.refusalOf(propose(matter, '2025-04-10T10:00:00Z'))).toBe('screening-ended');
    },
  );
});

describe('a replacement', () => {
  it('of every claim before the reply resets the reply, and keeps the docket number', () => {
    const replaced = story.when(
      amend('replacement', withClaims({ ...first, provision: 'III' }), '2025-02-12T10:00:00Z'),
    );
    expect(replaced.state).toMatchObject({
      registration: { docketNumber: 'CN-2025-0001' },
      running: { reply: { dueDate: '2025-02-27', trigger: { event: 'GrievanceAmended' } } },
      amendments: [{ id: 'R1', replaced: ['C1'], stage: 'none' }],
    });
    expect(runningOf(replaced)['long-stop']).toEqual(runningOf(story)['long-stop']);
  });

  it('of every claim makes an extended reply no earlier (I-21)', () => {
    const extended = story.when(
      propose(extension('reply', 10), '2025-02-10T10:00:00Z'),
      sign(extension('reply', 10), '2025-02-10T11:00:00Z'),
    );
    const replaced = extended.when(
      amend('replacement', withClaims({ ...first, provision: 'III' }), '2025-02-12T10:00:00Z'),
    );
    expect(runningOf(replaced)['reply']).toEqual(runningOf(extended)['reply']);
  });

  it('of some claims gives these a time anew, and leaves the others theirs', () => {
    const both = given(decider).when(
      filing('2025-02-04T10:00:00+01:00', { claims: [first, second] }),
      ...registered.slice(1),
    );
    const replaced = both.when(
      amend('replacement', withClaims(first, { ...second, provision: 'XI' }), '2025-02-12T10:00:00Z'),
    );
    expect(replaced.events.at(-2)).toMatchObject({ data: { replaced: ['C2'], added: [], dropped: [] } });
    const { 'reply:R1': own, ...others } = runningOf(replaced);
    expect(own).toMatchObject({ dueDate: '2025-02-27' });
    expect(others).toEqual(runningOf(both));
  });

  it('replaces the claims whose measure changed or ended', () => {
    const ended: Grievance = {
      ...grievance,
      measures: [{ ...measure, endedOn: '2025-02-09' as NonNullable<typeof measure.endedOn> }],
    };
    expect(story.when(amend('replacement', ended, '2025-02-12T10:00:00Z')).events.at(-2)).toMatchObject({
      data: { replaced: ['C1'] },
    });
  });

  it('of other words than claims starts no clock', () => {
    const revised = story.when(
      amend('replacement', { ...grievance, authority: 'Instruction of 12 February' }, '2025-02-12T10:00:00Z'),
    );
    expect(revised.events.at(-2)).toMatchObject({
      data: { added: [], replaced: [], dropped: [], opens: [], closes: [] },
    });
  });

  it('closes the times of an amendment of which it leaves no claim', () => {
    const dropped = supplemented.when(
      amend('replacement', withClaims({ ...first, provision: 'III' }), '2025-02-12T10:00:00Z'),
    );
    expect(runningOf(dropped)['reply:S1']).toBeUndefined();
    expect(dropped.state).toMatchObject({
      goneClaims: ['C2'],
      amendments: [{ id: 'S1', stage: 'closed', claims: [] }, { id: 'R1' }],
    });
  });

  it('is the complainant’s alone up to day 60, and from then on only with both signatures, whatever it adds', () => {
    const behind = story.when(expire('reply'), expire('consultations'), expire('joint-proposal'));
    const instead = withClaims(claim('C3', 'III'));
    expect(behind.when(amend('replacement', instead, '2025-04-07T16:59:59.999+02:00')).recorded).toEqual([
      'GrievanceAmended',
      'AmendmentServed',
    ]);
    for (const to of [instead, withClaims({ ...first, provision: 'III' }, second)])
      expect(behind.refusalOf(amend('replacement', to, '2025-04-07T17:00:00+02:00'))).toBe('replacement-late');
    const matter = replacing(grievance, instead);
    const agreed = behind.when(propose(matter, '2025-04-10T10:00:00Z'), sign(matter, '2025-04-11T10:00:00Z'));
    expect(agreed.recorded).toEqual(['ProposalSigned', 'GrievanceAmended', 'AmendmentServed']);
    expect(agreed.events.at(-2)).toMatchObject({ data: { kind: 'replacement', proposalId: 'proposal:1' } });
  });

  it('takes no consent that was given to replace something else', () => {
    const behind = story.when(expire('reply'), expire('consultations'), expire('joint-proposal'));
    const [matter, joined] = [replacing(grievance, withClaims(claim('C3', 'III'))), withClaims(first, second)];
    const { certification, receipt } = matter;
    const supplement: Matter = { kind: 'supplement', grievance: joined, certification, receipt };
    const grown = behind.when(
      propose(matter, '2025-04-10T10:00:00Z'),
      propose(supplement, '2025-04-10T11:00:00Z'),
      sign(supplement, '2025-04-10T12:00:00Z', { n: 2 }),
    );
    expect(grown.refusalOf(sign(matter, '2025-04-11T10:00:00Z'))).toBe('replaces-another-grievance');
    expect(grown.refusalOf(propose(replacing(grievance, joined), '2025-04-11T10:00:00Z'))).toBe(
      'replaces-another-grievance',
    );
  });
});

/** A proposed replacement of a grievance by another. */
function replacing(replaced: Grievance, by: Grievance): Extract<Matter, { kind: 'replacement' }> {
  const { grievance: to, certification, receipt } = amend('replacement', by, '2025-04-10T10:00:00Z');
  return { kind: 'replacement', replaces: grievanceDigest(replaced), grievance: to, certification, receipt };
}

describe('an amendment', () => {
  const to = withClaims(first, second);

  it('is the complainant’s, certified over what was received, complete in form, and says something else', () => {
    const command = amend('supplement', to, '2025-02-10T10:00:00Z');
    expect(story.refusalOf({ ...command, ...respondent('2025-02-10T10:00:00Z') })).toBe('not-the-complainant');
    expect(
      story.refusalOf({ ...command, certification: { ...command.certification, digest: 'ef'.repeat(32) as Sha256 } }),
    ).toBe('certification-digest-differs');
    expect(story.decision(amend('replacement', { ...grievance, remedy: [] }, '2025-02-10T10:00:00Z'))).toMatchObject({
      reason: { code: 'amendment-incomplete' },
      path: '/grievance/remedy',
    });
    expect(story.refusalOf(amend('replacement', grievance, '2025-02-10T10:00:00Z'))).toBe('amendment-changes-nothing');
  });

  it('is of a registered case that goes on', () => {
    const command = amend('supplement', to, '2025-02-10T10:00:00Z');
    expect(
      given(decider)
        .when(...registered.slice(0, 2))
        .refusalOf(command),
    ).toBe('amendment-before-registration');
    expect(story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-07T10:00:00Z') }).refusalOf(command)).toBe(
      'screening-ended',
    );
    expect(
      story
        .when(propose(suspension(), '2025-02-07T10:00:00Z'), sign(suspension(), '2025-02-07T11:00:00Z'))
        .refusalOf(command),
    ).toBe('screening-suspended');
    expect(story.refusalOf(amend('supplement', to, '2025-02-21T17:00:00+01:00'))).toBe('default-pending');
  });

  it('is one of fifty at most', () => {
    const many = Array.from({ length: 50 }, (_, n) =>
      amend('replacement', { ...grievance, authority: `Instruction ${String(n)}` }, '2025-02-10T10:00:00Z'),
    );
    expect(story.when(...many).refusalOf(amend('supplement', to, '2025-02-10T10:00:00Z'))).toBe('too-many-amendments');
  });

  it('uses no id again that a claim had which is gone', () => {
    const withdrawn = supplemented.when({
      type: 'WithdrawClaims',
      ...complainant('2025-02-11T10:00:00Z'),
      claims: ['C2'],
    });
    expect(runningOf(withdrawn)['reply:S1']).toBeUndefined();
    expect(withdrawn.refusalOf(amend('supplement', to, '2025-02-12T10:00:00Z'))).toBe('claim-id-gone');
  });

  it('never moves the docket number, the long-stop or a clock of claims that it does not touch (I-24)', () => {
    const versions = fc.record({
      C1: fc.constantFrom('I', 'III', null),
      C2: fc.constantFrom('II', 'XI', null),
      C3: fc.constantFrom('XX', null),
    });
    const step = fc.record({
      kind: fc.constantFrom<AmendGrievance['kind']>('supplement', 'replacement'),
      to: versions,
      days: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        let state = story.state as RegisteredCase;
        let now = Date.parse('2025-02-07T10:00:00Z');
        for (const { kind, to: provisions, days } of steps) {
          now += days * 86_400_000;
          const claims = Object.entries(provisions).flatMap(([id, provision]) =>
            provision === null ? [] : [claim(id, provision)],
          );
          const decision = decider.decide(amend(kind, withClaims(...claims), new Date(now).toISOString()), state);
          if (decision.kind === 'refused') continue;
          const after = decision.events.reduce(decider.evolve, state) as RegisteredCase;
          expect(after.registration).toEqual(state.registration);
          expect(after.running['long-stop']).toEqual(state.running['long-stop']);
          const untouched = state.grievance.claims.filter(({ id, provision }) =>
            after.grievance.claims.some((each) => each.id === id && each.provision === provision),
          );
          if (untouched.length > 0) expect(after.running['reply']).toEqual(state.running['reply']);
          for (const { id, claims: own } of state.amendments) {
            if (own.some((each) => untouched.some((same) => same.id === each)))
              expect(after.running[`reply:${id}`]).toEqual(state.running[`reply:${id}`]);
          }
          for (const [id, deadline] of Object.entries(after.running))
            expect(deadline.dueAt >= (state.running[id]?.dueAt ?? '')).toBe(true);
          state = after;
        }
      }),
      { numRuns: 300 },
    );
  });
});
