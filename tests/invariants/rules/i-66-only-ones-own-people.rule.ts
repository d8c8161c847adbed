import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { Instant, PartyCode, Side } from '@parley/kernel';
import type { PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { CaseHistory, History, Step } from '../../simulation/history/case-history';
import { actsInRegister, actsOfPersons } from './acts-of-persons';
import type { Rule } from './rule';

/** Twice the largest half of a panel, as the page has it. */
const FULL = 6;
const SIDES: readonly Side[] = ['complainant', 'respondent'];
/** Acts of one side that the page lets change who sits on the other's seats, and what comes of them. */
const OF_THE_OTHER_SIDE: readonly string[] = ['MemberReplaced', 'ChallengeMade', 'ChallengeDecided'];

interface Said {
  readonly type: string;
  readonly roster: PartyCode;
  /** The person whose place it is about, or who speaks. */
  readonly by: string;
  readonly at: Instant;
  readonly actor: RecordedEvent['actor'];
}

/** What was said on the register, as its bytes have it. */
const register = (log: readonly RecordedEvent[]): readonly Said[] =>
  log
    .filter(({ stream }) => stream.startsWith('panelreview.roster-'))
    .map((recorded) => {
      const { data, type, occurredAt: at } = domainEventOf(recorded);
      const { roster, by, personId } = data as { roster: PartyCode; by: string; personId?: string };
      return { type, roster, by: type === 'MemberUnlisted' ? (personId ?? by) : by, at, actor: recorded.actor };
    });

/** Each act on a roster, or on who speaks for a party, is of its own side; a place is accepted by the person alone. */
const ofOnesOwn = ({ log, delegations }: History): readonly string[] => [
  ...register(log).flatMap(({ type, roster, by, actor }) => [
    ...(actor.kind === 'person' && actor.party === roster ? [] : [`${type} on the roster of ${roster} by another`]),
    ...(type.includes('Accept') && (actor.kind !== 'person' || actor.personId !== by)
      ? [`${type} for ${by} by somebody else`]
      : []),
  ]),
  ...delegations
    .flat()
    .flatMap(({ recorded: { actor, stream, type } }) =>
      actor.kind === 'person' && !stream.endsWith(`-${actor.party ?? ''}`)
        ? [`${type} in ${stream} by another side`]
        : [],
    ),
];

const LEAVING: readonly string[] = ['AcceptanceTakenBack', 'MemberUnlisted'];

/** Nobody counts on both rosters at any instant. */
function onBoth(log: readonly RecordedEvent[]): readonly string[] {
  const where = new Map<string, PartyCode>();
  return register(log).flatMap(({ type, roster, by }) => {
    const there = where.get(by);
    if (LEAVING.includes(type) && there === roster) where.delete(by);
    if (type !== 'PlaceAccepted') return [];
    where.set(by, roster);
    return there !== undefined && there !== roster ? [`${by} accepted a place on both rosters`] : [];
  });
}

/**
 * Whose acceptance stands on a roster at an instant, by the last that each said.
 * @param leaving what takes a name off: a desk's removal takes it off for what is filed later alone
 */
function accepted(said: readonly Said[], roster: PartyCode, at: Instant, leaving = LEAVING): ReadonlySet<string> {
  const names = new Set<string>();
  for (const each of said) {
    if (each.roster !== roster || each.at > at) continue;
    if (each.type === 'PlaceAccepted') names.add(each.by);
    if (leaving.includes(each.type)) names.delete(each.by);
  }
  return names;
}

const tookBack = (said: readonly Said[], roster: PartyCode, person: string, from: Instant, to: Instant): boolean =>
  said.some(
    (each) =>
      each.type === 'AcceptanceTakenBack' &&
      each.roster === roster &&
      each.by === person &&
      each.at > from &&
      each.at <= to,
  );

interface Draw {
  readonly seat: string;
  readonly party: PartyCode;
  readonly draw: { readonly eligible: readonly string[]; readonly roster: readonly string[] };
}

/** Who was drawn from: everybody of the filing who has not taken it back or been on the panel, and nobody too many. */
function drawnFrom(history: History, each: CaseHistory, said: readonly Said[]): readonly string[] {
  const [opening] = each.panel;
  if (opening?.event.type !== 'PanelOpened') return [];
  const { filedAt } = opening.event.data;
  // Others hear of acts in an agreement under the id of the case, and take them for acts in it.
  const acts = [...actsOfPersons(history, each), ...actsInRegister(history, each)].filter(
    ({ as }) => !as.startsWith('panel '),
  );
  const seated = new Set<string>();
  return each.panel.flatMap(({ recorded: { recordedAt }, event, before }) => {
    const isAnew = each.panel.some(
      ({ event: { type, occurredAt } }) => type === 'RostersFrozenAnew' && occurredAt <= event.occurredAt,
    );
    if (event.type === 'MemberNominated') seated.add(event.data.member);
    if (event.type !== 'MemberDrawn') return [];
    const { party, draw } = event.data as unknown as Draw;
    const frozen = accepted(said, party, filedAt);
    const at = event.occurredAt;
    const acted = new Set(acts.filter(({ recorded }) => recorded.recordedAt < recordedAt).map(({ person }) => person));
    const left = [...frozen].filter(
      (person) => !seated.has(person) && !acted.has(person) && !tookBack(said, party, person, filedAt, at),
    );
    const urgent = before.status === 'opened' && before.track === 'urgent';
    const missing = isAnew || urgent ? [] : left.filter((person) => !draw.eligible.includes(person));
    const accepting = accepted(said, party, at, ['AcceptanceTakenBack']);
    const gone = draw.eligible.filter((person) => !accepting.has(person));
    const many = isAnew ? [] : draw.eligible.filter((person) => !frozen.has(person));
    seated.add((event.data as unknown as { readonly member: string }).member);
    return [
      ...missing.map((person) => `${person} could have been drawn for ${party} at ${at}, and was left out`),
      ...gone.map((person) => `${person} could be drawn for ${party} at ${at} without an acceptance`),
      // Who has taken the acceptance back makes no room for another.
      ...(many.length > Math.max(FULL - frozen.size, 0)
        ? [`${many.join()} came after the filing to a roster of ${String(frozen.size)}`]
        : []),
    ];
  });
}

const seatsOf = (state: PanelState, side: Side): string =>
  state.status === 'opened'
    ? state.seats
        .filter((seat) => seat.side === side)
        .map(({ id, occupancy }) => `${id}:${'member' in occupancy ? occupancy.member.personId : ''}`)
        .join()
    : '';

/** No act of one side's people changes who is on the other's seats, but that a member leaves by an own act. */
const seatsOfOthers = ({ panel, parties }: CaseHistory): readonly string[] =>
  panel.flatMap(
    ({
      recorded: { actor },
      event,
      before,
      after,
    }: Step<PanelState, { type: string } & CaseHistory['panel'][number]['event']>) =>
      actor.kind !== 'person' ||
      actor.role === 'registry' ||
      actor.role === 'panel' ||
      OF_THE_OTHER_SIDE.includes(event.type)
        ? []
        : SIDES.filter(
            (side) =>
              parties[side] !== actor.party &&
              before.status === 'opened' &&
              seatsOf(before, side) !== seatsOf(after, side),
          ).map((side) => `${event.type} by ${actor.personId} changed the seats of ${parties[side]}`),
  );

/**
 * A side takes members of the other off once a case without a reason, and never one whom both co-heads had kept by
 * then. A replacement by another channel is of its own instant (I-19), and what is decided later stands after it.
 */
function replaced({ panel }: CaseHistory): readonly string[] {
  const by = new Set<string>();
  const decided: { readonly member: string; readonly at: string; readonly byBoth: boolean }[] = [];
  const faults: string[] = [];
  for (const { event, recorded } of panel) {
    if (event.type === 'ChallengeDecided') {
      const { member, outcome } = event.data;
      decided.push({ member, at: outcome.at, byBoth: outcome.by === 'both-signatures' });
    }
    if (event.type !== 'MemberReplaced') continue;
    const { member, replacedBy } = event.data;
    if (by.has(replacedBy)) faults.push(`${replacedBy} replaced a second member, ${member}`);
    const kept = decided.findLast((each) => each.member === member && each.at <= recorded.occurredAt);
    if (kept?.byBoth !== false) faults.push(`${replacedBy} replaced ${member}, whom both co-heads kept`);
    by.add(replacedBy);
  }
  return faults;
}

/** Nobody is challenged twice for a fact that came to light after the time for challenges. */
function challengedTwice({ panel }: CaseHistory): readonly string[] {
  const late = panel.flatMap(({ event }) =>
    event.type === 'ChallengeMade' && event.data.cameToLight !== null ? [event.data.member] : [],
  );
  return late
    .filter((member, index) => late.indexOf(member) !== index)
    .map((member) => `${member} was challenged a second time for a late fact`);
}

/** Who is eligible, seated and delegated on one side is so by acts of that side, and by the people themselves. */
export const onlyOnesOwnPeople: Rule = {
  invariant: 'I-66',
  check: (history) => {
    const said = register(history.log);
    return [
      ...ofOnesOwn(history),
      ...onBoth(history.log),
      ...history.cases.flatMap((each) =>
        [...drawnFrom(history, each, said), ...seatsOfOthers(each), ...replaced(each), ...challengedTwice(each)].map(
          (says) => `case ${each.caseId}: ${says}`,
        ),
      ),
    ];
  },
};
