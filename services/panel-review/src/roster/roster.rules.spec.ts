import fc from 'fast-check';
import { currentRuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import { at, CN, desk, member, person, rosterOf, US } from '../panel/panel-story.fixture';
import { onDuty } from './duty.rules';
import { bookOf, countingNames, type Register, type RosterMember } from './register.rules';
import { rosterDecider, type RosterCommand } from './roster.rules';

const empty = given(rosterDecider(currentRuleSet.seat));
const [first] = rosterOf('us', 1);
const list = (listed: RosterMember, party = US): RosterCommand => ({
  type: 'ListMember',
  ...desk(party, '2025-02-01T10:00:00Z'),
  roster: US,
  member: listed,
});
const remove = (id: string): RosterCommand => ({
  type: 'RemoveMember',
  ...desk(US, '2025-02-02T10:00:00Z'),
  roster: US,
  personId: person(id),
});
const duty = (month: string, ids: readonly string[], party = US): RosterCommand => ({
  type: 'FileDutyRoster',
  ...desk(party, '2025-02-03T10:00:00Z'),
  roster: US,
  month,
  members: ids.map(person),
});
const accepts = (id: string, party = US): RosterCommand => ({
  type: 'AcceptPlace',
  ...member(id, '2025-02-01T12:00:00Z'),
  party,
  roster: party,
});
const takesBack = (id: string): RosterCommand => ({
  type: 'TakeAcceptanceBack',
  ...member(id, '2025-02-05T12:00:00Z'),
  roster: US,
});
const us = (register: Register) => bookOf(register, US);
const namesIn = (register: Register, party = US) =>
  countingNames(bookOf(register, party)).map(({ personId }) => personId);
const says = (id: string, caseload: number): RosterCommand => ({
  type: 'StateAvailability',
  ...member(id, '2025-02-04T10:00:00Z'),
  roster: US,
  availability: 'limited',
  until: null,
  caseload,
});

describe('a roster', () => {
  const listed = empty.when(list(first!));

  it('is kept up by the desk of its own side', () => expect(empty.refusalOf(list(first!, CN))).toBe('not-own-roster'));

  it('lists a person once; other particulars take the place of the former', () => {
    expect(listed.when(list(first!)).recorded).toEqual([]);
    expect(us(listed.when(list({ ...first!, expertise: ['subsidies'] })).state).members).toMatchObject([
      { ...first!, expertise: ['subsidies'] },
    ]);
  });

  it('removes who is on it, and nobody else', () => {
    expect(us(listed.when(remove('us-1')).state).members).toEqual([]);
    expect(listed.refusalOf(remove('us-2'))).toBe('not-on-roster');
  });

  it('has an end', () => {
    const full = empty.when(...rosterOf('us', 100).map((each) => list(each)));
    expect(full.refusalOf(list({ ...first!, personId: person('one-more') }))).toBe('roster-full');
    expect(full.when(list({ ...first!, expertise: [] })).recorded).toEqual(['MemberListed']);
  });

  it('lists no officer who keeps it (I-05)', () =>
    expect(empty.refusalOf(list({ ...first!, personId: person('us-desk') }))).toBe('desk-lists-itself'));
});

describe('a place on a roster', () => {
  const listed = empty.when(list(first!));
  const accepted = listed.when(accepts('us-1'));

  it('counts from the listed person’s own acceptance until that is taken back (I-66)', () => {
    expect(namesIn(listed.state)).toEqual([]);
    expect(namesIn(accepted.state)).toEqual(['us-1']);
    expect(accepted.when(accepts('us-1')).recorded).toEqual([]);
    const back = accepted.when(takesBack('us-1'));
    expect(namesIn(back.state)).toEqual([]);
    expect(us(back.state).members).toMatchObject([
      { acceptedAt: at('2025-02-01T12:00:00Z'), takenBackAt: at('2025-02-05T12:00:00Z') },
    ]);
    expect(back.refusalOf(takesBack('us-1'))).toBe('no-acceptance-to-take-back');
    expect(namesIn(back.when(accepts('us-1')).state)).toEqual(['us-1']);
  });

  it('is accepted by who is listed, and by nobody for somebody else', () => {
    expect(listed.refusalOf(accepts('us-2'))).toBe('not-listed');
    expect(listed.refusalOf({ ...accepts('us-1'), party: CN })).toBe('not-own-roster');
    expect(listed.refusalOf(takesBack('us-1'))).toBe('no-acceptance-to-take-back');
  });

  it('is kept by who accepted and has other particulars, and is to be accepted anew once it was removed', () => {
    expect(namesIn(accepted.when(list({ ...first!, expertise: [] })).state)).toEqual(['us-1']);
    expect(namesIn(accepted.when(remove('us-1'), list(first!)).state)).toEqual([]);
  });

  it('is on one roster: the first acceptance stands, and a later listing is refused', () => {
    const listedByChina = { ...list(first!, CN), roster: CN };
    expect(accepted.refusalOf(listedByChina)).toBe('on-other-roster');
    const both = listed.when(listedByChina);
    expect(namesIn(both.state)).toEqual([]);
    const first1 = both.when(accepts('us-1', CN));
    expect(first1.refusalOf(accepts('us-1'))).toBe('on-other-roster');
    expect([namesIn(first1.state), namesIn(first1.state, CN)]).toEqual([[], ['us-1']]);
  });

  it('that the desk has removed can be taken back all the same, for the cases that keep the name', () => {
    const removed = accepted.when(remove('us-1'));
    expect(removed.when(takesBack('us-1')).recorded).toEqual(['AcceptanceTakenBack']);
    expect(removed.when(takesBack('us-1')).refusalOf(takesBack('us-1'))).toBe('no-acceptance-to-take-back');
  });
});

describe('a duty roster', () => {
  const three = empty
    .when(...rosterOf('us', 3).map((each) => list(each)))
    .when(...['us-1', 'us-2', 'us-3'].map((id) => accepts(id)));

  it('names who of a side’s roster serves in a month', () => {
    const { state } = three.when(duty('2025-02', ['us-3', 'us-2']));
    expect(onDuty(us(state), '2025-02')).toEqual(['us-2', 'us-3']);
  });

  it('is filed by the desk of its own side, from its roster, once', () => {
    expect(three.refusalOf(duty('2025-02', ['us-1'], CN))).toBe('not-own-roster');
    expect(three.refusalOf(duty('2025-02', ['us-1', 'us-9']))).toBe('duty-not-on-roster');
    expect(three.when(duty('2025-02', ['us-1'])).when(duty('2025-02', ['us-1'])).recorded).toEqual([]);
  });

  it('is filed neither for a month that has passed nor for one more than a year ahead', () => {
    expect(three.refusalOf(duty('2025-01', ['us-1']))).toBe('duty-month-past');
    expect(three.when(duty('2026-02', ['us-1'])).recorded).toEqual(['DutyRosterFiled']);
    expect(three.refusalOf(duty('2026-03', ['us-1']))).toBe('duty-month-too-far');
  });

  it('counts months at the seat, where March has begun an hour before it has in UTC', () => {
    const late = { ...duty('2025-02', ['us-1']), receivedAt: at('2025-02-28T23:00:00Z') };
    expect(three.refusalOf(late)).toBe('duty-month-past');
  });

  it('never leaves a side without anybody on duty while somebody is on its roster', () => {
    const names = fc.subarray(['us-1', 'us-2', 'us-3']);
    fc.assert(
      fc.property(names, names, (named, gone) => {
        const { state } = three.when(duty('2025-02', named)).when(...gone.map(remove));
        const serving = onDuty(us(state), '2025-02');
        expect(serving.length > 0).toBe(us(state).members.length > 0);
        expect(serving.every((id) => us(state).members.some(({ personId }) => personId === id))).toBe(true);
      }),
    );
  });
});

describe('a statement of availability', () => {
  const listed = empty.when(list(first!), accepts('us-1'));

  it('is made by a member of the roster for oneself; the last one stands', () => {
    expect(us(listed.when(says('us-1', 1)).when(says('us-1', 3)).state).statements['us-1']).toMatchObject({
      availability: 'limited',
      caseload: 3,
    });
    expect(listed.when(says('us-1', 1)).when(says('us-1', 1)).recorded).toEqual([]);
    expect(listed.refusalOf(says('us-2', 1))).toBe('not-listed');
  });

  it('leaves who makes it on duty', () => {
    expect(onDuty(us(listed.when(says('us-1', 9)).state), '2025-02')).toEqual(['us-1']);
  });
});
