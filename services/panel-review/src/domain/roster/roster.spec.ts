import { given } from '@parley/testing';
import { CN, desk, person, rosterOf, US } from '../panel-story.fixture';
import type { RosterCommand, RosterMember } from './roster';
import { rosterDecider } from './roster.decider';

const empty = given(rosterDecider);
const [first] = rosterOf('us', 1);
const list = (member: RosterMember, party = US): RosterCommand => ({ type: 'ListMember', ...desk(party, '2025-02-01T10:00:00Z'), roster: US, member });
const remove = (id: string): RosterCommand => ({ type: 'RemoveMember', ...desk(US, '2025-02-02T10:00:00Z'), roster: US, personId: person(id) });

describe('a roster', () => {
  const listed = empty.when(list(first!));

  it('is kept up by the desk of its own side', () => expect(empty.refusalOf(list(first!, CN))).toBe('not-own-roster'));

  it('lists a person once; other particulars take the place of the former', () => {
    expect(listed.when(list(first!)).recorded).toEqual([]);
    expect(listed.when(list({ ...first!, expertise: ['subsidies'] })).state).toEqual([{ ...first!, expertise: ['subsidies'] }]);
  });

  it('removes who is on it, and nobody else', () => {
    expect(listed.when(remove('us-1')).state).toEqual([]);
    expect(listed.refusalOf(remove('us-2'))).toBe('not-on-roster');
  });

  it('has an end', () => {
    const full = empty.when(...rosterOf('us', 100).map((each) => list(each)));
    expect(full.refusalOf(list({ ...first!, personId: person('one-more') }))).toBe('roster-full');
    expect(full.when(list({ ...first!, expertise: [] })).recorded).toEqual(['MemberListed']);
  });

  it('lists no officer who keeps it (I-05)', () => expect(empty.refusalOf(list({ ...first!, personId: person('us-desk') }))).toBe('desk-lists-itself'));
});
