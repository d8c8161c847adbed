import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { Act } from '../../case/case-commands.rules';
import { at, person } from '../../case/case-story.fixture';
import { inForce, type DelegationCommand, type DelegationScope } from './delegations.rules';
import { delegationDecider } from './delegations-acts.rules';

const US = 'US' as PartyCode;
const act = (id: string, receivedAt: string, party = 'US'): Act => ({
  by: person(id),
  party: party as PartyCode,
  receivedAt: at(receivedAt),
});
const records = (
  by: Act,
  id: string,
  scope: DelegationScope,
  more: Partial<Extract<DelegationCommand, { type: 'RecordDelegation' }>> = {},
): DelegationCommand => ({
  type: 'RecordDelegation',
  ...by,
  register: US,
  delegationId: `d-${id}`,
  personId: person(id),
  scope,
  authority: 'Letter of 1 February 2025',
  ...more,
});
const ends = (by: Act, delegationId: string): DelegationCommand => ({
  type: 'EndDelegation',
  ...by,
  register: US,
  delegationId,
});

const empty = given(delegationDecider);
const headed = empty.when(records(act('anyone', '2025-02-03T10:00:00Z'), 'head', 'head'));

describe('the register of delegations of a party', () => {
  it('is begun by any officer of its desk, and kept by the head from the moment that there is one', () => {
    expect(headed.events).toMatchObject([
      { type: 'DelegationRecorded', tier: 'PARTIES', data: { personId: 'head', from: at('2025-02-03T10:00:00Z') } },
    ]);
    expect(headed.refusalOf(records(act('anyone', '2025-02-04T10:00:00Z'), 'officer', 'officer'))).toBe('not-the-head');
    expect(headed.when(records(act('head', '2025-02-04T10:00:00Z'), 'officer', 'officer')).recorded).toEqual([
      'DelegationRecorded',
    ]);
  });

  it('is each side’s own', () => {
    expect(empty.refusalOf(records(act('anyone', '2025-02-03T10:00:00Z', 'CN'), 'head', 'head'))).toBe(
      'not-own-register',
    );
    expect(headed.refusalOf(ends(act('head', '2025-02-03T11:00:00Z', 'CN'), 'd-head'))).toBe('not-own-register');
  });

  it('has one delegation of a person at a time, and none that begins before it is recorded', () => {
    expect(
      headed.refusalOf(records(act('head', '2025-02-04T10:00:00Z'), 'head', 'officer', { delegationId: 'd-2' })),
    ).toBe('delegated-already');
    expect(
      headed.refusalOf(
        records(act('head', '2025-02-04T10:00:00Z'), 'x', 'officer', { from: at('2025-02-04T09:59:59.999Z') }),
      ),
    ).toBe('delegation-backdated');
  });

  it('holds two hundred that are not over at most', () => {
    const officer = (n: number, when = '2025-02-04T10:00:00Z') =>
      records(act('head', when), `officer-${String(n)}`, 'officer');
    const full = headed.when(...Array.from({ length: 199 }, (_, n) => officer(n)));
    expect(full.refusalOf(officer(199))).toBe('register-full');
    expect(
      full.when(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer-0'), officer(199, '2025-02-06T10:00:00Z'))
        .recorded,
    ).toEqual(['DelegationRecorded']);
  });

  it('ends a delegation as of the receipt of the act, once', () => {
    const officer = headed.when(records(act('head', '2025-02-04T10:00:00Z'), 'officer', 'officer'));
    const ended = officer.when(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer'));
    expect(ended.events.at(-1)).toMatchObject({ data: { endsAt: at('2025-02-05T10:00:00Z'), replacedBy: null } });
    expect(ended.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer'))).toBe('delegation-ended-already');
    expect(ended.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-other'))).toBe('unknown-delegation');
    expect(
      ended.when(records(act('head', '2025-02-06T10:00:00Z'), 'officer', 'officer', { delegationId: 'd-again' }))
        .recorded,
    ).toEqual(['DelegationRecorded']);
  });

  it('replaces one by another, which begins when the first ends', () => {
    const from = at('2025-03-01T00:00:00Z');
    const replaced = headed.when(
      records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', { from, replaces: 'd-head' }),
    );
    expect(replaced.state).toMatchObject([
      { endsAt: from, replacedBy: 'd-next' },
      { from, endsAt: null },
    ]);
    expect(replaced.refusalOf(records(act('head', '2025-03-01T00:00:00Z'), 'x', 'officer'))).toBe('not-the-head');
    expect(replaced.when(records(act('next', '2025-03-01T00:00:00Z'), 'x', 'officer')).recorded).toEqual([
      'DelegationRecorded',
    ]);
    expect(
      headed.decision(records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', { replaces: 'd-nobody' })),
    ).toMatchObject({ reason: { code: 'unknown-delegation' }, path: '/replaces' });
  });

  it('is never left without a head once it has one', () => {
    expect(headed.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-head'))).toBe('last-head');
    expect(headed.refusalOf(records(act('head', '2025-02-05T10:00:00Z'), 'x', 'officer', { replaces: 'd-head' }))).toBe(
      'last-head',
    );
    const next = headed.when(
      records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', {
        from: at('2025-03-01T00:00:00Z'),
        replaces: 'd-head',
      }),
    );
    expect(next.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-next'))).toBe('last-head');
    const two = headed.when(records(act('head', '2025-02-05T10:00:00Z'), 'second', 'head'));
    expect(two.when(ends(act('second', '2025-02-06T10:00:00Z'), 'd-head')).recorded).toEqual(['DelegationEnded']);
  });

  it('has a head for ever, and for nobody two delegations at once, whatever is recorded in it', () => {
    const who = fc.constantFrom('a', 'b', 'c');
    const minute = fc.integer({ min: 0, max: 100_000 });
    const time = (minutes: number) => new Date(Date.UTC(2025, 1, 4) + minutes * 60_000).toISOString();
    const commands = fc
      .tuple(
        who,
        who,
        minute,
        fc.option(minute),
        fc.constantFrom('head', 'officer'),
        fc.boolean(),
        fc.integer({ min: 0, max: 5 }),
      )
      .map(([by, of, received, later, scope, isEnd, n]) => ({ by, of, received, later, scope: scope, isEnd, n }));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 15 }), (drafts) => {
        let state = delegationDecider.initial;
        let first = true;
        const told = [...drafts].sort((a, b) => a.received - b.received);
        for (const [index, { by, of, received, later, scope, isEnd, n }] of told.entries()) {
          const about = act(by, time(received));
          const from = later === null ? {} : { from: at(time(received + later)) };
          const command = isEnd
            ? ends(about, `d-${String(n)}`)
            : records(about, of, scope, {
                delegationId: `d-${String(index)}`,
                ...from,
                ...(n < index ? { replaces: `d-${String(n)}` } : {}),
              });
          const decision = delegationDecider.decide(command, state);
          if (decision.kind === 'accepted')
            state = decision.events.reduce((register, event) => delegationDecider.evolve(register, event), state);
          const now = at(time(received));
          const hasHead = state.some((each) => each.scope === 'head' && inForce(each, now));
          if (!first) expect(hasHead).toBe(true);
          first = first && !hasHead;
          for (const person of ['a', 'b', 'c'])
            expect(state.filter((each) => each.personId === person && inForce(each, now)).length).toBeLessThanOrEqual(
              1,
            );
        }
      }),
      { numRuns: 500 },
    );
  });
});
