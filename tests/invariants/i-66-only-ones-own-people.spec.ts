import fc from 'fast-check';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { commandIdOf, InMemoryEventStore } from '@parley/event-store';
import { MemoryFacts } from '@parley/messaging/testing';
import { currentRuleSet } from '@parley/procedure';
import { secretsOfPanel } from '../../services/panel-review/src/composition/draw-secret';
import { HearingProcess } from '../../services/panel-review/src/panel/panel.reaction';
import { openedPanelOf, type OpenedPanel } from '../../services/panel-review/src/panel/panel-state.rules';
import { caseId, clocksOf } from '../../services/panel-review/src/panel/panel-story.fixture';
import { panelReviewRepositories } from '../../services/panel-review/src/panel/repositories';
import { messageOf } from '../../services/panel-review/src/panel/told-panel.fixture';
import { bookOf, countingNames } from '../../services/panel-review/src/roster/register.rules';
import { rosterDecider, type RosterCommand } from '../../services/panel-review/src/roster/roster.rules';
import { standingIn, type FrozenFor } from '../../services/panel-review/src/roster/standing.rules';
import { given } from '@parley/testing';
import { holdsInEveryHistory } from './holds';
import { onlyOnesOwnPeople } from './rules/i-66-only-ones-own-people.rule';
import { sentence } from './sentences';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const at = (day: number): Instant => new Date(Date.UTC(2026, 2, 1 + day)).toISOString() as Instant;
const decider = rosterDecider(currentRuleSet.seat);

/** Somebody says something on a register, lawful or not: who, in whose name, on which roster, about whom. */
const saying = fc.record({
  type: fc.constantFrom(
    ...Array.from({ length: 4 }, () => ['ListMember', 'AcceptPlace'] as const).flat(),
    'RemoveMember',
    'TakeAcceptanceBack',
  ),
  party: fc.constantFrom(US, CN),
  stranger: fc.nat(9).map((n) => n === 0),
  person: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'),
  day: fc.nat(20),
});
const sayings = fc.array(saying, { minLength: 30, maxLength: 150, size: 'max' });
type Saying = typeof saying extends fc.Arbitrary<infer Value> ? Value : never;

const commandOf = ({ type, party, stranger, person, day }: Saying): RosterCommand => {
  const roster = stranger === (party === US) ? CN : US;
  const own = type === 'AcceptPlace' || type === 'TakeAcceptanceBack';
  const act = { by: (own ? person : `${party}-desk`) as PersonId, party, receivedAt: at(day), roster };
  const personId = person as PersonId;
  const command = { ...act, type, personId, member: { personId, expertise: [], languages: ['en'] } };
  return command as unknown as RosterCommand;
};

const played = (all: readonly Saying[]) =>
  all
    .toSorted((one, other) => one.day - other.day)
    .reduce((story, each) => {
      const command = commandOf(each);
      return story.decision(command).kind === 'accepted' ? story.when(command) : story;
    }, given(decider));

const namesOf = (register: Parameters<typeof bookOf>[0], party: PartyCode) =>
  countingNames(bookOf(register, party)).map(({ personId }) => personId);

/** A case of China that was filed on the eighth day, with nominations due on the fourteenth. */
const filed: FrozenFor = {
  parties: { complainant: CN, respondent: US },
  frozenAt: at(8),
  fillableUntil: { complainant: at(14), respondent: at(14) },
  full: { members: 3, duty: 1 },
};

/** The same by a count of its own: who stood at the filing, in the order of what was said since. */
function standingByHand(said: readonly { type: string; roster: PartyCode; by: string; at: Instant }[], of: PartyCode) {
  const stands = { US: new Set<string>(), CN: new Set<string>() } as Record<string, Set<string>>;
  const listed = { US: new Set<string>(), CN: new Set<string>() } as Record<string, Set<string>>;
  for (const { type, roster, by, at: when } of said) {
    const after = when > filed.frozenAt;
    if (type === 'PlaceAccepted') {
      const short = (stands[roster]?.size ?? 0) < 3 && when < at(14);
      const elsewhere = Object.values(stands).some((names) => names.has(by));
      if (!after || (short && !elsewhere)) stands[roster]?.add(by);
      listed[roster]?.add(by);
    }
    if (type === 'AcceptanceTakenBack') stands[roster]?.delete(by);
    if (type === 'MemberUnlisted' && !after) stands[roster]?.delete(by);
  }
  return [...(stands[of] ?? [])].toSorted();
}

describe(sentence('I-66'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(onlyOnesOwnPeople));

  it('nobody ever stands on both rosters, and what one side says changes nothing on the other', () => {
    fc.assert(
      fc.property(sayings, (said) => {
        let story = given(decider);
        for (const each of said.toSorted((one, other) => one.day - other.day)) {
          const command = commandOf(each);
          if (story.decision(command).kind === 'refused') continue;
          const before = story.state;
          story = story.when(command);
          const other = each.party === US ? CN : US;
          expect(namesOf(story.state, other)).toEqual(namesOf(before, other));
          expect(namesOf(story.state, US).filter((name) => namesOf(story.state, CN).includes(name))).toEqual([]);
        }
      }),
    );
  });

  it('who stood at the filing stands for a case, without who took that back, and with who filled up in time', () => {
    fc.assert(
      fc.property(sayings, fc.integer({ min: 8, max: 20 }), (all, day) => {
        const { events } = played(all);
        const said = events.map(({ type, data, occurredAt }) => ({
          type,
          roster: data.roster,
          by: 'personId' in data ? (data.personId as string) : data.by,
          at: occurredAt,
        }));
        const standing = standingIn(events, filed, at(day), currentRuleSet.seat);
        const byHand = said.filter((each) => each.at <= at(day));
        expect(standing.respondent.members.map(({ personId }) => personId).toSorted()).toEqual(
          standingByHand(byHand, US),
        );
        expect(standing.complainant.members.map(({ personId }) => personId).toSorted()).toEqual(
          standingByHand(byHand, CN),
        );
      }),
    );
  });

  it('whoever accepted after the filing is in no draw, but for as many as a short roster lacks', async () => {
    const panel = await filedAndSilent(['us-1', 'us-2', 'us-3', 'us-4'], async (accept, takeBack) => {
      await accept('us-5', at(2));
      await accept('us-6', at(3));
      await accept('us-7', at(4));
      await takeBack('us-1', at(5));
    });
    const drawn = panel.draws.filter(({ seat }) => seat.startsWith('respondent'));
    expect(drawn).toHaveLength(2);
    expect(drawn[0]?.eligible).toEqual(['us-2', 'us-3', 'us-4', 'us-5', 'us-6']);
    const full = await filedAndSilent(['us-1', 'us-2', 'us-3', 'us-4', 'us-5', 'us-6'], (accept) =>
      accept('us-7', at(2)),
    );
    expect(full.rosters.respondent.map(({ personId }) => personId)).not.toContain('us-7');
  });
});

/** A case of China that was filed on the first day and registered on the seventh, in which nobody nominates. */
async function filedAndSilent(
  before: readonly string[],
  since: (
    accept: (person: string, at: Instant) => Promise<void>,
    takeBack: (person: string, at: Instant) => Promise<void>,
  ) => Promise<void>,
): Promise<OpenedPanel> {
  const facts = new MemoryFacts();
  const clock = { now: () => at(30) };
  const store = new InMemoryEventStore({ clock });
  const ports = { store, ruleSetVersion: currentRuleSet.version, facts, clocksOf, clock };
  const kept = panelReviewRepositories(ports);
  const derivationKey = Buffer.alloc(32, 1);
  let n = 0;
  const proceeding = () => ({
    process: 'spec',
    cause: { kind: 'event', id: 'spec' } as const,
    commandId: commandIdOf('i-66', String(n++)),
  });
  const say = async (command: RosterCommand): Promise<void> => {
    await kept.rosters.proceed('both', command, proceeding());
  };
  const accept = async (person: string, when: Instant): Promise<void> => {
    const personId = person as PersonId;
    const roster = person.startsWith('us') ? US : CN;
    const act = { party: roster, receivedAt: when, roster };
    const member = { personId, expertise: [], languages: [] };
    await say({ type: 'ListMember', by: `${roster}-desk` as PersonId, ...act, member });
    await say({ type: 'AcceptPlace', by: personId, ...act });
  };
  const takeBack = (person: string, when: Instant) =>
    say({ type: 'TakeAcceptanceBack', by: person as PersonId, party: US, receivedAt: when, roster: US });
  for (const person of [...before, 'cn-1', 'cn-2', 'cn-3', 'cn-4', 'cn-5', 'cn-6']) await accept(person, at(0));
  await since(accept, takeBack);
  const registered = messageOf({
    told: 'registered',
    parties: { complainant: CN, respondent: US },
    filedAt: at(1),
    registeredAt: at(7),
    registeredBy: 'act',
    ruleSetVersion: currentRuleSet.version,
    longStop: at(170),
    track: 'standard',
  });
  await facts.keep(registered);
  await new HearingProcess(kept, derivationKey, clocksOf).hear(registered, proceeding().commandId);
  const panel = openedPanelOf((await kept.panels.read(caseId)).state);
  const { running } = panel;
  const deadlineId = Object.keys(running).find((id) => id.startsWith('nomination:US')) ?? '';
  const command = { type: 'ExpireDeadline', deadlineId, drawSecrets: secretsOfPanel(derivationKey, panel) } as const;
  await kept.panels.proceed(caseId, command, proceeding());
  return openedPanelOf((await kept.panels.read(caseId)).state);
}
