import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Side } from '@parley/kernel';
import { fullRoster, rosterDigest, type MovesClocks, type RuleSet } from '@parley/procedure';
import type { PanelCommand } from '../panel/panel-commands.rules';
import type { OpenedPanel, RecordedPanel } from '../panel/panel-state.rules';
import type { Roster } from '../roster/register.rules';
import { isShort } from '../roster/standing.rules';

/** A roster was shorter at the filing than it should be, or on the urgent track who is on duty of it. */
export type RosterFoundShort = DomainEvent<
  'RosterFoundShort',
  MovesClocks & {
    readonly side: Side;
    readonly party: PartyCode;
    readonly names: number;
    readonly shouldHave: number;
    /** Of those on duty, on the urgent track; 0 on the others. */
    readonly onDuty: number;
    readonly shouldBeOnDuty: number;
  }
>;

/**
 * Persons who accepted a place on a roster that is shorter than it should be count for this case too, until the
 * nominations of their side are due.
 */
export type RosterFilledUp = DomainEvent<
  'RosterFilledUp',
  MovesClocks & {
    readonly side: Side;
    readonly party: PartyCode;
    readonly members: Roster;
    readonly duty: readonly PersonId[];
    /** All names of the side from here on, and the digest of them. */
    readonly names: number;
    readonly rosterDigest: Sha256;
  }
>;

const SIDES: readonly Side[] = ['complainant', 'respondent'];

const ON_ROSTERS = [
  'NominateMember',
  'SignChallengeDecision',
  'ReplaceMember',
  'RecuseMember',
  'ClaimLateEntry',
  'AnswerLateEntry',
  'ExpireDeadline',
] as const satisfies readonly PanelCommand['type'][];

type OnRosters = Extract<PanelCommand, { type: (typeof ON_ROSTERS)[number] }>;

/** True for what may name or draw somebody, or leave a seat without a name. */
export const turnsOnRosters = (command: PanelCommand): command is OnRosters =>
  ON_ROSTERS.some((type) => type === command.type);

/** The instant as of which a command is decided: what counts of a late entry counts as of when it came. */
export function decidedAs(
  command: OnRosters,
  { running, registeredAt, lateEntries }: Pick<RecordedPanel, 'running' | 'registeredAt' | 'lateEntries'>,
): Instant {
  switch (command.type) {
    case 'ExpireDeadline':
      return running[command.deadlineId]?.dueAt ?? registeredAt;
    case 'ClaimLateEntry':
      return command.cameAt;
    case 'AnswerLateEntry':
      return lateEntries.find(({ entryId }) => entryId === command.entryId)?.cameAt ?? command.receivedAt;
    default:
      return command.receivedAt;
  }
}

/**
 * Who accepted while a short roster could be filled up, and is not known to the panel yet: the names are added to what
 * is frozen, so that a draw can be repeated from the record.
 */
export function filledUp(state: OpenedPanel, at: Instant): readonly RosterFilledUp[] {
  const { names, parties } = state;
  if (!names) return [];
  return SIDES.flatMap((side): readonly RosterFilledUp[] => {
    const known = state.rosters[side];
    const members = names[side].members.filter(({ personId }) => !known.some((each) => each.personId === personId));
    const duty = names[side].duty.filter((person) => !state.duty[side].includes(person));
    if (members.length === 0 && duty.length === 0) return [];
    const all = [...known, ...members].map(({ personId }) => personId);
    const counted = { names: all.length, rosterDigest: rosterDigest(all) };
    return [
      {
        type: 'RosterFilledUp',
        occurredAt: at,
        rule: 'I-66',
        tier: 'PUBLIC',
        data: { side, party: parties[side], members, duty, ...counted, opens: [], closes: [] },
      },
    ];
  });
}

/** Which rosters are shorter than they should be when they are frozen: a public fact, the complainant's first. */
export function foundShort(
  { rosters, duty, track, parties }: Pick<RecordedPanel, 'rosters' | 'duty' | 'track' | 'parties'>,
  ruleSet: RuleSet,
  at: Instant,
): readonly RosterFoundShort[] {
  const full = fullRoster(ruleSet);
  const urgent = track === 'urgent';
  return SIDES.filter((side) => isShort({ members: rosters[side], duty: duty[side] }, urgent, full)).map((side) => ({
    type: 'RosterFoundShort',
    occurredAt: at,
    rule: 'I-66',
    tier: 'PUBLIC',
    data: {
      side,
      party: parties[side],
      names: rosters[side].length,
      shouldHave: full.members,
      onDuty: urgent ? duty[side].length : 0,
      shouldBeOnDuty: urgent ? full.duty : 0,
      opens: [],
      closes: [],
    },
  }));
}

/** What starts nominations that are no refilling of a seat. */
const FIRST_CALLS: readonly string[] = ['CaseRegistered', 'TrackChanged', 'ScreeningReopened'];

/** Up to when a short roster can be filled up, after an event that starts or moves nominations. */
export function fillableAfter(
  { fillableUntil, parties }: Pick<RecordedPanel, 'fillableUntil' | 'parties'>,
  { opens = [] }: Partial<MovesClocks>,
): RecordedPanel['fillableUntil'] {
  const due = (side: Side): Instant =>
    opens.findLast(
      ({ clock, trigger, awaits }) =>
        clock === 'nomination' && FIRST_CALLS.includes(trigger.event) && awaits === `party:${parties[side]}`,
    )?.dueAt ?? fillableUntil[side];
  return { complainant: due('complainant'), respondent: due('respondent') };
}

/** The roster as it counts from there on. */
export const rosterFilled = (state: RecordedPanel, { data }: RosterFilledUp): RecordedPanel => {
  const { side, members, duty, rosterDigest: digest } = data;
  return {
    ...state,
    rosters: { ...state.rosters, [side]: [...state.rosters[side], ...members] },
    duty: { ...state.duty, [side]: [...state.duty[side], ...duty] },
    rosterDigests: { ...state.rosterDigests, [side]: digest },
  };
};
