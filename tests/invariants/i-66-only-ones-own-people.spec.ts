import fc from 'fast-check';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { commandIdOf, InMemoryEventStore } from '@parley/event-store';
import { MemoryFacts } from '@parley/messaging/testing';
import { currentRuleSet } from '@parley/procedure';
import { drawSecretsBy, secretsOfPanel } from '../../services/panel-review/src/composition/draw-secret';
import { HearingProcess } from '../../services/panel-review/src/panel/panel.reaction';
import { openedPanelOf, type OpenedPanel } from '../../services/panel-review/src/panel/panel-state.rules';
import {
  at as instant,
  caseId,
  challenge,
  clocksOf,
  decide,
  desk,
  disclosed,
  expire,
  reviewing,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { panelReviewRepositories } from '../../services/panel-review/src/panel/repositories';
import { givenPanel, messageOf } from '../../services/panel-review/src/panel/told-panel.fixture';
import { bookOf, countingNames } from '../../services/panel-review/src/roster/register.rules';
import { rosterDecider, type RosterCommand } from '../../services/panel-review/src/roster/roster.rules';
import { standingIn, type FrozenFor } from '../../services/panel-review/src/roster/standing.rules';
import { given } from '@parley/testing';
import { holdsInEveryHistory } from './holds';
import { onlyOnesOwnPeople } from './rules/i-66-only-ones-own-people.rule';
import { othersAreLeftAlone } from './rules/nothing-won.rule';
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
  const atFiling = { US: new Set<string>(), CN: new Set<string>() } as Record<string, Set<string>>;
  for (const { type, roster, by, at: when } of said) {
    const after = when > filed.frozenAt;
    if (type === 'PlaceAccepted') {
      // A place at the filing stays taken, whoever leaves it.
      const taken = new Set([...(atFiling[roster] ?? []), ...(stands[roster] ?? [])]);
      const short = taken.size < 3 && when < at(14);
      const elsewhere = Object.values(stands).some((names) => names.has(by));
      if (!after || (short && !elsewhere)) stands[roster]?.add(by);
    }
    if (type === 'AcceptanceTakenBack') stands[roster]?.delete(by);
    if (type === 'MemberUnlisted' && !after) stands[roster]?.delete(by);
    if (!after) atFiling[roster] = new Set(stands[roster]);
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
    const full = await filedAndSilent(['us-1', 'us-2', 'us-3', 'us-4', 'us-5', 'us-6'], async (accept, takeBack) => {
      await takeBack('us-6', at(2));
      await accept('us-7', at(3));
    });
    expect(full.rosters.respondent.map(({ personId }) => personId)).not.toContain('us-7');
  });

  it('a side takes members of the other off without a reason once a case, and none whom both co-heads kept', () => {
    const composing = givenPanel().when(...disclosed);
    const replace = (member: string, when: string): Said => ({
      ...{ type: 'ReplaceMember', ...desk(CN, when), member: member as PersonId },
    });
    const challenged = composing.when(...['us-1', 'us-2'].map((id) => challenge(CN, id, '2025-02-14T10:00:00Z')));
    const silent = challenged.when(expire('challenge-decision:US:1'), expire('challenge-decision:US:2'));
    const once = silent.when(replace('us-1', '2025-02-25T10:00:00Z'));
    expect(once.recorded).toEqual(['MemberReplaced']);
    expect(once.decision(replace('us-2', '2025-02-25T11:00:00Z')).kind).toBe('refused');
    const kept = challenged.when(
      ...[US, CN].map((party) => decide(party, 'us-1', 'not-upheld', '2025-02-17T10:00:00Z')),
    );
    expect(kept.recorded).toContain('ChallengeDecided');
    expect(kept.decision(replace('us-1', '2025-02-17T11:00:00Z')).kind).toBe('refused');
  });

  it('a member is challenged once for a fact that came to light later', () => {
    const late = (when: string): Said =>
      ({ ...challenge(CN, 'us-1', when), cameToLight: instant(when) }) as unknown as Said;
    const once = givenPanel().when(...reviewing, late('2025-03-20T10:00:00Z'));
    expect(once.recorded).toContain('ChallengeMade');
    const stays = once.when(...[US, CN].map((party) => decide(party, 'us-1', 'not-upheld', '2025-03-20T11:00:00Z')));
    expect(stays.decision(late('2025-03-25T10:00:00Z')).kind).toBe('refused');
    const other = { ...(late('2025-03-25T10:00:00Z') as object), member: 'us-2' } as unknown as Said;
    expect(stays.decision(other).kind).toBe('accepted');
  });

  it('holds where a side plays to win', () => holdsInEveryHistory(othersAreLeftAlone, { runs: 24, toWin: true }));
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
  const secrets = drawSecretsBy(Buffer.alloc(32, 1));
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
  await new HearingProcess(kept, secrets, clocksOf).hear(registered, proceeding().commandId);
  const panel = openedPanelOf((await kept.panels.read(caseId)).state);
  const { running } = panel;
  const deadlineId = Object.keys(running).find((id) => id.startsWith('nomination:US')) ?? '';
  const command = { type: 'ExpireDeadline', deadlineId, drawSecrets: await secretsOfPanel(secrets, panel) } as const;
  await kept.panels.proceed(caseId, command, proceeding());
  return openedPanelOf((await kept.panels.read(caseId)).state);
}
