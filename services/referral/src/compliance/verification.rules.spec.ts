import { given } from '@parley/testing';
import { CN, digest, US } from '../referral/referral-story.fixture';
import type { AgreementCommand } from './agreement-commands.rules';
import { check, decider, expire, report, settled, verify } from './agreement-story.fixture';
import { complianceRegion } from './agreement.rules';

const inForce = given(decider).when(settled());
const ofNobody = (command: AgreementCommand) => ({ ...command, party: null }) as AgreementCommand;
const reported = inForce.when(report(US, '2025-08-01T10:00:00Z', { O1: 'done' }));
const done = reported.when(verify(CN, '2025-08-02T10:00:00Z'));

describe('what an owner reports of an obligation', () => {
  it('has 20 working days for the other side to answer, and is fulfilled when that side verifies it', () => {
    expect(reported.state).toMatchObject({
      running: { 'verification:O1': { dueDate: '2025-08-29', awaits: 'party:CN' } },
    });
    expect(done.recorded).toEqual(['ObligationVerified', 'ObligationFulfilled']);
    expect(done.state).toMatchObject({ reports: [{ party: 'CN', state: 'due' }, { party: 'US' }] });
  });

  it('counts as verified by silence when nobody answers, as of the end of that time and once (I-18)', () => {
    const silent = reported.when(expire('verification:O1'));
    expect(silent.events.slice(-2)).toMatchObject([
      { type: 'ObligationVerifiedBySilence', occurredAt: '2025-08-29T15:00:00.000Z', data: { silent: ['CN'] } },
      { type: 'ObligationFulfilled', data: { late: false } },
    ]);
    expect(silent.when(expire('verification:O1')).recorded).toEqual([]);
    const underway = inForce.when(report(US, '2025-08-01T10:00:00Z', { O1: 'on-course' }), expire('verification:O1'));
    expect(underway.state).toMatchObject({
      obligations: [{ state: 'open', reported: { standing: 'verified-by-silence' } }, {}],
    });
  });

  it('is answered before the end, and not at it', () => {
    const last = '2025-08-29T14:59:59.999Z';
    expect(reported.when(verify(CN, last, 'O1', 'refused')).recorded.at(-1)).toBe('ObligationVerified');
    expect(reported.refusalOf(verify(CN, '2025-08-29T15:00:00Z', 'O1', 'refused'))).toBe('obligation-fulfilled');
  });

  it.each<[string, AgreementCommand, string]>([
    ['by its owner', verify(US, '2025-08-02T10:00:00Z'), 'own-obligation'],
    [
      'as another word than the owner’s newest',
      verify(CN, '2025-08-02T10:00:00Z', 'O1', 'verified', 'delayed'),
      'reported-otherwise',
    ],
    ['where nothing was reported', verify(US, '2025-08-02T10:00:00Z', 'O2'), 'nothing-to-verify'],
    ['of an obligation that is not there', verify(CN, '2025-08-02T10:00:00Z', 'O9'), 'no-such-obligation'],
  ])('is not answered %s', (_name, command, code) => expect(reported.refusalOf(command)).toBe(code));

  it('is no other than before while the same awaits its answer, and can be something else at any time', () => {
    expect(reported.refusalOf(report(US, '2025-08-04T10:00:00Z', { O1: 'done' }))).toBe('report-given');
    const changed = reported.when(report(US, '2025-08-04T10:00:00Z', { O1: 'delayed' }));
    expect(changed.state).toMatchObject({ running: { 'verification:O1': { dueDate: '2025-09-02' } } });
    expect(changed.refusalOf(verify(CN, '2025-08-05T10:00:00Z'))).toBe('reported-otherwise');
    expect(done.refusalOf(verify(CN, '2025-08-03T11:00:00Z'))).toBe('obligation-fulfilled');
  });

  it('of the last one ends compliance and every clock', () => {
    const all = done.when(report(CN, '2025-08-03T10:00:00Z', { O2: 'done' }), verify(US, '2025-08-04T10:00:00Z', 'O2'));
    expect(all.recorded.at(-1)).toBe('AgreementFulfilled');
    expect([all.state, complianceRegion(all.state)]).toMatchObject([{ running: {} }, 'fulfilled']);
    // It is fulfilled with the last obligation, before the event that says so of the whole: no agreement is on course
    // with nothing left to do.
    expect(all.events.slice(-2).map(({ type }) => type)).toEqual(['ObligationFulfilled', 'AgreementFulfilled']);
    expect(complianceRegion(all.events.slice(0, -1).reduce(decider.evolve, decider.initial))).toBe('fulfilled');
    expect(all.refusalOf(verify(CN, '2025-08-05T10:00:00Z'))).toBe('agreement-fulfilled');
  });
});

describe('what the other side refuses', () => {
  const disputed = reported.when(verify(CN, '2025-08-04T10:00:00Z', 'O1', 'refused'));
  const checkedBy = (finding: 'as-reported' | 'not-as-reported') =>
    disputed.when(
      check(US, '2025-08-05T10:00:00Z', disputed.state, finding),
      check(CN, '2025-08-06T10:00:00Z', disputed.state, finding),
    );

  it('is disputed, in public, and the co-heads have 20 working days to check it', () => {
    expect(disputed.events.at(-1)).toMatchObject({ tier: 'PUBLIC', data: { verdict: 'refused', says: 'done' } });
    expect(disputed.state).toMatchObject({
      obligations: [{ state: 'open', reported: { standing: 'disputed' } }, {}],
      running: { 'joint-check:O1': { dueDate: '2025-09-02' } },
    });
    expect(disputed.refusalOf(verify(CN, '2025-08-05T10:00:00Z', 'O1', 'refused'))).toBe('verdict-given');
  });

  it('is settled by the same finding of both co-heads, and by nothing less (I-04)', () => {
    expect(checkedBy('as-reported').recorded).toEqual(['JointCheckSigned', 'ObligationChecked', 'ObligationFulfilled']);
    expect(checkedBy('as-reported').refusalOf(check(US, '2025-08-07T10:00:00Z', disputed.state))).toBe(
      'obligation-fulfilled',
    );
    expect(checkedBy('not-as-reported').state).toMatchObject({
      obligations: [{ state: 'open', reported: { standing: 'not-as-reported' } }, {}],
    });
    const once = disputed.when(check(US, '2025-08-05T10:00:00Z', disputed.state));
    expect(once.when(check(CN, '2025-08-06T10:00:00Z', once.state, 'not-as-reported')).recorded).toEqual([
      'JointCheckSigned',
    ]);
    expect(once.refusalOf(check(US, '2025-08-06T10:00:00Z', once.state))).toBe('party-has-signed');
    expect(
      once.refusalOf({ ...check(CN, '2025-08-06T10:00:00Z', once.state), by: 'us-cohead' } as AgreementCommand),
    ).toBe('signs-for-both-sides');
  });

  it.each<[string, AgreementCommand, string]>([
    [
      'over another digest',
      { ...check(US, '2025-08-05T10:00:00Z', disputed.state), digest: digest('a') } as AgreementCommand,
      'check-digest-differs',
    ],
    ['for neither side', ofNobody(check(US, '2025-08-05T10:00:00Z', disputed.state)), 'not-a-co-head-of-the-parties'],
    [
      'where nothing is in dispute',
      check(US, '2025-08-05T10:00:00Z', disputed.state, 'as-reported', 'O2'),
      'not-disputed',
    ],
    [
      'of what is not there',
      check(US, '2025-08-05T10:00:00Z', disputed.state, 'as-reported', 'O9'),
      'no-such-obligation',
    ],
    ['at the end of its time', check(US, '2025-09-02T15:00:00Z', disputed.state), 'joint-check-over'],
  ])('is not checked %s', (_name, command, code) => expect(disputed.refusalOf(command)).toBe(code));

  it('stays disputed without a joint check, and names who did not sign', () => {
    const lapsed = disputed.when(check(US, '2025-08-05T10:00:00Z', disputed.state)).when(expire('joint-check:O1'));
    expect(lapsed.events.at(-1)).toMatchObject({ type: 'JointCheckLapsed', tier: 'PUBLIC', data: { missing: ['CN'] } });
    expect(lapsed.state).toMatchObject({ obligations: [{ reported: { standing: 'disputed' } }, {}] });
    expect(lapsed.when(expire('joint-check:O1')).recorded).toEqual([]);
    expect(lapsed.when(verify(CN, '2025-09-10T10:00:00Z')).recorded.at(-1)).toBe('ObligationFulfilled');
  });

  it('stays in dispute whatever its owner says next: it goes to the co-heads, and no silence verifies it', () => {
    const said = disputed.when(
      report(US, '2025-08-05T10:00:00Z', { O1: 'delayed' }),
      report(US, '2025-08-05T10:01:00Z', { O1: 'done' }),
    );
    expect(said.state).toMatchObject({ obligations: [{ reported: { standing: 'disputed' } }, {}] });
    expect(said.state.status === 'in-force' && Object.keys(said.state.running)).not.toContain('verification:O1');
    expect(said.refusalOf(check(US, '2025-08-06T10:00:00Z', disputed.state))).toBe('check-digest-differs');
    const again = disputed.when(expire('joint-check:O1'), report(US, '2025-09-11T10:00:00Z', { O1: 'done' }));
    expect(again.state).toMatchObject({ running: { 'joint-check:O1': { dueDate: '2025-10-20' } } });
  });

  it('is late only if its owner said so after the date, however long the other side took', () => {
    const waited = disputed.when(expire('joint-check:O1'), expire('obligation:O1'), verify(CN, '2025-11-03T10:00:00Z'));
    expect(waited.events.at(-1)).toMatchObject({ type: 'ObligationFulfilled', data: { late: false } });
  });
});
