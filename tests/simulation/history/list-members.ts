import { commandIdOf } from '@parley/event-store';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { seededRandom } from '../../chaos/seeded-random';
import type { Offer } from '../parties/attempt';
import { personOf, type Countries } from '../parties/countries';
import type { Sender } from './sender';
import type { Setting } from './setting';

const ON_BOTH_ROSTERS = 'both-1' as PersonId;

/**
 * Each side lists its members, and those on duty for the hotline. Some rosters are short, and now and then one person
 * is on both.
 */
export async function listMembers(
  { seed, restraint, goal }: Setting,
  countries: Countries,
  sender: Sender,
  now: Instant,
): Promise<void> {
  const random = seededRandom(seed).branch('rosters');
  for (const roster of countries) {
    const size = restraint?.names ?? goal?.names ?? (random.percent(25) ? random.between(1, 4) : random.between(5, 9));
    const members = Array.from({ length: size }, (_, index) => personOf(countries, roster, String(index + 1)));
    if (random.percent(30) && !restraint) members.push(ON_BOTH_ROSTERS);
    const desk = personOf(countries, roster, 'desk');
    await sender.send(watchList(countries, roster, now), commandIdOf('watch-list', desk), 'plain');
    for (const member of members)
      await sender.send(listing(roster, desk, member, now), commandIdOf('roster', desk, member), 'plain');
    for (const member of members)
      await sender.send(acceptance(roster, member, now), commandIdOf('acceptance', roster, member), 'plain');
  }
}

/** Two officials and a deputy, each with two channels. */
const watchList = (countries: Countries, register: PartyCode, receivedAt: Instant): Offer => ({
  desk: 'watchlist',
  caseId: null,
  command: {
    ...{ type: 'FileWatchList', by: personOf(countries, register, 'desk'), party: register, receivedAt, register },
    officers: (['desk', 'desk-2', 'desk-3'] as const).map((name) => ({
      personId: personOf(countries, register, name),
      duty: name === 'desk-3' ? 'deputy' : 'official',
      channels: ['one', 'two'].map((n) => ({ id: `${name} ${n}`, kind: 'mail', works: true, answer: '250' })),
    })),
  },
});

const acceptance = (roster: PartyCode, by: PersonId, receivedAt: Instant): Offer => ({
  desk: 'roster',
  caseId: null,
  command: { type: 'AcceptPlace', by, party: roster, receivedAt, roster },
});

const listing = (roster: PartyCode, by: PersonId, personId: PersonId, receivedAt: Instant): Offer => ({
  desk: 'roster',
  caseId: null,
  command: {
    type: 'ListMember',
    by,
    party: roster,
    receivedAt,
    roster,
    member: { personId, expertise: ['tariffs'], languages: ['en'] },
  },
});
