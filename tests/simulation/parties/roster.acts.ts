import { plusMillis } from '@parley/kernel';
import { official, type ActKind } from './act-kind';
import { otherCountry, PASSER_BY, personOf } from './countries';

const DAY = 24 * 3_600_000;

/** Who is listed says so for oneself; now and then somebody who is not, or of the other side. */
const byListed = (type: 'AcceptPlace' | 'TakeAcceptanceBack'): ActKind => ({
  name: type,
  answers: [],
  byMember: true,
  offer(view, random) {
    const listed = view
      .rosterOf(view.party)
      .members.filter(
        ({ acceptedAt, takenBackAt }) =>
          (acceptedAt !== null && takenBackAt === null) === (type === 'TakeAcceptanceBack'),
      );
    const by = listed.length > 0 && random.percent(85) ? random.pick(listed).personId : PASSER_BY;
    const roster = random.percent(95) ? view.party : otherCountry(view.countries, view.party);
    return {
      desk: 'roster',
      caseId: null,
      command: { type, by, party: view.party, receivedAt: view.now, roster },
    };
  },
});

/** Each side keeps up its roster while cases run; what is frozen for a case stays as it was. */
export const rosterActs: readonly ActKind[] = [
  {
    name: 'ListMember',
    answers: [],
    offer(view, random) {
      const desk = official('desk', view);
      const roster = random.percent(92) ? view.party : otherCountry(view.countries, view.party);
      const personId = random.percent(6) ? desk.by : personOf(view.countries, roster, String(random.between(1, 9)));
      return {
        desk: 'roster',
        caseId: null,
        command: {
          type: 'ListMember',
          ...desk,
          roster,
          member: { personId, expertise: ['tariffs'], languages: ['en'] },
        },
      };
    },
  },
  {
    name: 'RemoveMember',
    answers: [],
    offer(view, random) {
      const roster = random.percent(92) ? view.party : otherCountry(view.countries, view.party);
      const listed = view.rosterOf(roster).members.map(({ personId }) => personId);
      const personId = listed.length > 2 && random.percent(60) ? random.pick(listed) : PASSER_BY;
      return {
        desk: 'roster',
        caseId: null,
        command: { type: 'RemoveMember', ...official('desk', view), roster, personId },
      };
    },
  },
  byListed('AcceptPlace'),
  byListed('TakeAcceptanceBack'),
  {
    name: 'FileDutyRoster',
    answers: [],
    offer(view, random) {
      const roster = random.percent(92) ? view.party : otherCountry(view.countries, view.party);
      const listed = view.rosterOf(roster).members.map(({ personId }) => personId);
      const members = random.percent(85) ? listed.slice(0, random.between(0, 4)) : [PASSER_BY];
      const month = plusMillis(view.now, random.between(-20, random.percent(90) ? 50 : 500) * DAY).slice(0, 7);
      return {
        desk: 'roster',
        caseId: null,
        command: { type: 'FileDutyRoster', ...official('desk', view), roster, month, members },
      };
    },
  },
  {
    name: 'StateAvailability',
    answers: [],
    byMember: true,
    offer(view, random) {
      const listed = view.rosterOf(view.party).members.map(({ personId }) => personId);
      const by = listed.length > 0 && random.percent(85) ? random.pick(listed) : PASSER_BY;
      const said = {
        availability: random.pick(['available', 'limited', 'unavailable'] as const),
        until: null,
        caseload: random.between(0, 5),
      };
      return {
        desk: 'roster',
        caseId: null,
        command: {
          type: 'StateAvailability',
          by,
          party: view.party,
          receivedAt: view.now,
          roster: view.party,
          ...said,
        },
      };
    },
  },
];
