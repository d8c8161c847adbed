import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { Act } from '../../case/case-commands.rules';
import { at, person } from '../../case/case-story.fixture';
import {
  DELEGATION_SCOPES,
  inForce,
  type DelegationCommand,
  type DelegationScope,
  type NamingOffice,
} from './delegations.rules';
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

const names = (
  office: NamingOffice,
  when = '2025-02-03T10:00:00Z',
  { by = office, party = 'US', ...more }: { by?: string; party?: string; personId?: PersonId; replaces?: string } = {},
): DelegationCommand => ({
  type: 'NameHead',
  ...act(by, when, party),
  register: US,
  office,
  personId: person('head'),
  authority: 'Letter of 1 February 2025',
  ids: { head: `d-head-${when}`, cohead: 'd-cohead', registry: 'd-registry' },
  ...more,
});

const empty = given(delegationDecider);
const FIRST = 'd-head-2025-02-03T10:00:00Z';
const headed = empty.when(names('registry'), names('cohead'));

describe('the register of delegations of a party', () => {
  it('is begun by its co-head and its officer of the registry together, who go on record with the head', () => {
    expect(empty.refusalOf(records(act('anyone', '2025-02-03T10:00:00Z'), 'head', 'head'))).toBe(
      'no-head-of-delegation',
    );
    const one = empty.when(names('registry'));
    expect(one.recorded).toEqual(['HeadNamed']);
    expect(one.state.delegations).toEqual([]);
    expect(one.refusalOf(names('registry'))).toBe('head-named-already');
    expect(headed.events.slice(-3)).toMatchObject([
      { type: 'DelegationRecorded', data: { personId: 'head', scope: 'head', from: at('2025-02-03T10:00:00Z') } },
      { type: 'DelegationRecorded', data: { personId: 'registry', scope: 'registry' } },
      { type: 'DelegationRecorded', data: { personId: 'cohead', scope: 'cohead' } },
    ]);
    expect(headed.state.named).toEqual([]);
  });

  it('takes no head on the word of one of the two, nor one whom the two name otherwise', () => {
    for (const again of ['registry', 'cohead'] as const) {
      const other = empty.when(names(again), names(again, undefined, { personId: person('another') }));
      expect(other.recorded).toEqual(['HeadNamed']);
      expect(other.state.delegations).toEqual([]);
    }
    const split = empty.when(names('registry'), names('cohead', undefined, { personId: person('another') }));
    expect(split.state).toMatchObject({ delegations: [], named: [{ personId: 'head' }, { personId: 'another' }] });
    expect(empty.refusalOf(names('cohead', undefined, { party: 'CN' }))).toBe('not-own-register');
    expect(empty.refusalOf(names('cohead', undefined, { personId: person('cohead') }))).toBe('head-names-itself');
  });

  it('has another head in place of one who is lost by the same two, and in no other way', () => {
    const when = '2025-03-03T10:00:00Z';
    const next = { personId: person('next') };
    expect(headed.refusalOf(names('cohead', when, next))).toBe('head-in-force');
    const replaced = headed.when(
      names('cohead', when, { ...next, replaces: FIRST }),
      names('registry', when, { ...next, replaces: FIRST }),
    );
    expect(replaced.recorded).toEqual(['DelegationRecorded', 'DelegationEnded']);
    expect(replaced.state.delegations.filter((each) => inForce(each, at(when))).map((each) => each.personId)).toEqual([
      'registry',
      'cohead',
      'next',
    ]);
  });

  it('is kept by the head, for every office', () => {
    expect(headed.refusalOf(records(act('anyone', '2025-02-04T10:00:00Z'), 'officer', 'desk'))).toBe('not-the-head');
    for (const scope of DELEGATION_SCOPES)
      expect(headed.when(records(act('head', '2025-02-04T10:00:00Z'), 'officer', scope)).recorded).toEqual([
        'DelegationRecorded',
      ]);
  });

  it('is each side’s own', () => {
    expect(headed.refusalOf(records(act('head', '2025-02-03T10:00:00Z', 'CN'), 'x', 'desk'))).toBe('not-own-register');
    expect(headed.refusalOf(ends(act('head', '2025-02-03T11:00:00Z', 'CN'), FIRST))).toBe('not-own-register');
  });

  it('has one delegation of a person at a time, and none that begins before it is recorded', () => {
    expect(
      headed.refusalOf(records(act('head', '2025-02-04T10:00:00Z'), 'head', 'desk', { delegationId: 'd-2' })),
    ).toBe('delegated-already');
    expect(
      headed.refusalOf(
        records(act('head', '2025-02-04T10:00:00Z'), 'x', 'desk', { from: at('2025-02-04T09:59:59.999Z') }),
      ),
    ).toBe('delegation-backdated');
  });

  it('holds two hundred that are not over at most', () => {
    const officer = (n: number, when = '2025-02-04T10:00:00Z') =>
      records(act('head', when), `officer-${String(n)}`, 'desk');
    const full = headed.when(...Array.from({ length: 197 }, (_, n) => officer(n)));
    expect(full.refusalOf(officer(197))).toBe('register-full');
    expect(
      full.when(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer-0'), officer(197, '2025-02-06T10:00:00Z'))
        .recorded,
    ).toEqual(['DelegationRecorded']);
  });

  it('ends a delegation as of the receipt of the act, once', () => {
    const officer = headed.when(records(act('head', '2025-02-04T10:00:00Z'), 'officer', 'desk'));
    const ended = officer.when(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer'));
    expect(ended.events.at(-1)).toMatchObject({ data: { endsAt: at('2025-02-05T10:00:00Z'), replacedBy: null } });
    expect(ended.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-officer'))).toBe('delegation-ended-already');
    expect(ended.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-other'))).toBe('unknown-delegation');
    expect(
      ended.when(records(act('head', '2025-02-06T10:00:00Z'), 'officer', 'desk', { delegationId: 'd-again' })).recorded,
    ).toEqual(['DelegationRecorded']);
  });

  it('replaces one by another, which begins when the first ends', () => {
    const from = at('2025-03-01T00:00:00Z');
    const replaced = headed.when(
      records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', { from, replaces: FIRST }),
    );
    expect(replaced.state.delegations).toMatchObject([
      { endsAt: from, replacedBy: 'd-next' },
      { scope: 'registry', endsAt: null },
      { scope: 'cohead', endsAt: null },
      { from, endsAt: null },
    ]);
    expect(replaced.refusalOf(records(act('head', '2025-03-01T00:00:00Z'), 'x', 'desk'))).toBe('not-the-head');
    expect(replaced.when(records(act('next', '2025-03-01T00:00:00Z'), 'x', 'desk')).recorded).toEqual([
      'DelegationRecorded',
    ]);
    expect(
      headed.decision(records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', { replaces: 'd-nobody' })),
    ).toMatchObject({ reason: { code: 'unknown-delegation' }, path: '/replaces' });
  });

  it('is never left without a head, a co-head and an officer of the registry once it has them', () => {
    for (const id of ['d-cohead', 'd-registry'])
      expect(headed.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), id))).toBe('last-of-its-office');
    expect(headed.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), FIRST))).toBe('last-of-its-office');
    expect(headed.refusalOf(records(act('head', '2025-02-05T10:00:00Z'), 'x', 'desk', { replaces: FIRST }))).toBe(
      'last-of-its-office',
    );
    const next = headed.when(
      records(act('head', '2025-02-04T10:00:00Z'), 'next', 'head', {
        from: at('2025-03-01T00:00:00Z'),
        replaces: FIRST,
      }),
    );
    expect(next.refusalOf(ends(act('head', '2025-02-05T10:00:00Z'), 'd-next'))).toBe('last-of-its-office');
    const two = headed.when(records(act('head', '2025-02-05T10:00:00Z'), 'second', 'head'));
    expect(two.when(ends(act('second', '2025-02-06T10:00:00Z'), FIRST)).recorded).toEqual(['DelegationEnded']);
  });

  it('has one of each of the three for ever, and for nobody two at once, whatever is recorded in it', () => {
    const who = fc.constantFrom('a', 'b', 'c');
    const minute = fc.integer({ min: 0, max: 100_000 });
    const time = (minutes: number) => new Date(Date.UTC(2025, 1, 4) + minutes * 60_000).toISOString();
    const begun = empty.when(
      names('registry', undefined, { personId: person('a') }),
      names('cohead', undefined, { personId: person('a') }),
    );
    const commands = fc
      .tuple(
        who,
        who,
        minute,
        fc.option(minute),
        fc.constantFrom(...DELEGATION_SCOPES),
        fc.boolean(),
        fc.integer({ min: 0, max: 5 }),
      )
      .map(([by, of, received, later, scope, isEnd, n]) => ({ by, of, received, later, scope: scope, isEnd, n }));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 15 }), (drafts) => {
        let { state } = begun;
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
          const held = state.delegations.filter((each) => inForce(each, now));
          for (const office of ['head', 'cohead', 'registry'])
            expect(held.some(({ scope }) => scope === office)).toBe(true);
          for (const person of ['a', 'b', 'c'])
            expect(
              state.delegations.filter((each) => each.personId === person && inForce(each, now)).length,
            ).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
