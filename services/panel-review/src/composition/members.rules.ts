import { accept, otherSide, refuse, type Side } from '@parley/kernel';
import { rosterDigest, type Clocks } from '@parley/procedure';
import { isDeliberationOver, lateFactRefusals } from '../challenges/late-facts.rules';
import { expertRefusals, type ExpertDisclosed } from '../experts/experts.rules';
import { commonRefusals } from '../panel/common-refusals.rules';
import type {
  DiscloseAsExpert,
  FollowScreening,
  MakeDisclosure,
  NominateMember,
  OpenPanel,
} from '../panel/panel-commands.rules';
import {
  deskOf,
  hasOtherCapacity,
  isPast,
  isRefused,
  runs,
  screeningOver,
  type OpenedPanel,
} from '../panel/panel-state.rules';
import { reviewBar } from '../review/comments.rules';
import type { Roster } from '../roster/register.rules';
import type { Registration } from '../time/known-case.rules';
import { seatClockId } from '../time/time.rules';
import type { DisclosureMade, MemberNominated, PanelOpened, RostersFrozenAnew } from './composition-events.rules';
import { compositionRefusals } from './composition-refusals.rules';
import { eligibleOf, isSettled, occupantOf, seatOf } from './draw-seat.rules';
import { isUsedUp } from './seat-time.rules';

/**
 * I-08: a member discloses after the nomination and for this case; only then can the seat be taken. The duty lasts
 * until the deliberation closes, and what is disclosed later opens a time to challenge, too, unless one that runs lasts
 * as long. Where the side has used up what its seats may add to the long-stop, it opens none, so that nobody keeps a
 * panel from deciding by disclosing; the other side can challenge for the fact all the same.
 */
export function makeDisclosure(command: MakeDisclosure, state: OpenedPanel, clocks: Clocks) {
  const { by, receivedAt } = command;
  const seat = seatOf(state, by);
  if (!seat) return refuse(compositionRefusals.notOnPanel);
  if (hasOtherCapacity(state, by, 'panel')) return refuse(commonRefusals.twoCapacities);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const { parties } = state;
  const party = parties[seat.side];
  const id = seatClockId('disclosure', party, seat.number);
  const { stage } = seat.occupancy;
  if (stage === 'challenged' || stage === 'open-to-replacement') return refuse(compositionRefusals.disclosureAwaits);
  if (isPast(state, id, receivedAt)) return refuse(compositionRefusals.disclosureLate);
  if (isDeliberationOver(state, receivedAt)) return refuse(lateFactRefusals.deliberationOver);
  const isLater = stage !== 'awaiting-disclosure';
  const clock = seat.filledAgain && !isLater ? 'successor-challenge' : 'challenge';
  const challengeId = seatClockId('challenge', party, seat.number);
  const challengeable = clocks.start(
    clock,
    { event: 'DisclosureMade', at: receivedAt },
    challengeId,
    parties[otherSide(seat.side)],
  );
  // A time that was extended by consent must not end earlier because a member of the side that agreed says more.
  const lastsLonger = (state.running[challengeId]?.dueAt ?? receivedAt) >= challengeable.dueAt;
  const opensNone = isLater && (lastsLonger || isUsedUp(state, seat.side, clocks));
  const { statement } = command;
  return accept<DisclosureMade>({
    type: 'DisclosureMade',
    occurredAt: receivedAt,
    rule: 'I-08',
    tier: 'PANEL',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member: by,
      statement,
      opens: opensNone ? [] : [challengeable],
      closes: runs(state, id) ? [id] : [],
    },
  });
}

/** Composes an impossible panel anew when its screening is reopened. No event for any other panel. */
export function freezeAnew(
  state: OpenedPanel,
  anew: FollowScreening['anew'],
  clocks: Clocks,
): readonly RostersFrozenAnew[] {
  const { stage, seats, parties } = state;
  if (stage.name !== 'impossible' || !anew) return [];
  const { rosters, duty, at } = anew;
  const vacant = seats.filter((seat) => !isSettled(seat));
  const reopened = { event: 'ScreeningReopened', at };
  return [
    {
      type: 'RostersFrozenAnew',
      occurredAt: at,
      rule: 'I-26',
      tier: 'PUBLIC',
      data: {
        rosters,
        rosterDigests: {
          complainant: rosterDigest(names(rosters.complainant)),
          respondent: rosterDigest(names(rosters.respondent)),
        },
        duty,
        seatsPerSide: seats.length / 2,
        vacated: vacant.map(({ id }) => id),
        removed: vacant.flatMap((seat) => {
          const member = occupantOf(seat);
          return member ? [{ member: member.personId, party: parties[seat.side] }] : [];
        }),
        opens: vacant.map(({ side, number }) =>
          clocks.start('nomination', reopened, seatClockId('nomination', parties[side], number), parties[side]),
        ),
        closes: [],
      },
    },
  ];
}

const names = (roster: Roster): readonly string[] => roster.map(({ personId }) => personId);

/** A desk names a member for the first vacant seat of its side, from its roster as it was frozen and filled up. */
export function nominateMember(command: NominateMember, state: OpenedPanel, clocks: Clocks) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const party = state.parties[side];
  const awaited = state.seats.filter(
    (seat) => seat.side === side && runs(state, seatClockId('nomination', party, seat.number)),
  );
  if (awaited.length === 0) return refuse(compositionRefusals.noVacantSeat);
  const seat = awaited.find(({ number }) => !isPast(state, seatClockId('nomination', party, number), receivedAt));
  if (!seat) return refuse(compositionRefusals.nominationLate);
  const { member, coChair } = command;
  if (!state.rosters[side].some(({ personId }) => personId === member))
    return refuse(compositionRefusals.notOnFrozenRoster, '/member');
  if (member === by || !eligibleOf(state, side).includes(member))
    return refuse(compositionRefusals.notEligible, '/member');
  return accept<MemberNominated>({
    type: 'MemberNominated',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seat: seat.id,
      side,
      party,
      member,
      coChair,
      by,
      opens: [
        clocks.start(
          'disclosure',
          { event: 'MemberNominated', at: receivedAt },
          seatClockId('disclosure', party, seat.number),
        ),
      ],
      closes: [seatClockId('nomination', party, seat.number)],
    },
  });
}

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/**
 * S6: the registration opens the panel. Both rosters are those of the filing, the hashes of the draws' secrets are
 * published, and the time to nominate starts for every seat of both sides at the one instant of registration.
 */
export function openPanel(
  { caseId, rosters, duty, drawCommitments }: OpenPanel,
  { parties, filedAt, registeredAt, registeredBy, track }: Registration,
  clocks: Clocks,
): PanelOpened {
  const { seatsPerSide } = clocks.ruleSet.tracks[track];
  const numbers = Array.from({ length: seatsPerSide }, (_, index) => index + 1);
  const registration = { event: 'CaseRegistered', at: registeredAt, kind: registeredBy };
  return {
    type: 'PanelOpened',
    occurredAt: registeredAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      caseId,
      parties,
      filedAt,
      registeredAt,
      registeredBy,
      track,
      seatsPerSide,
      rosters,
      duty,
      rosterDigests: {
        complainant: rosterDigest(names(rosters.complainant)),
        respondent: rosterDigest(names(rosters.respondent)),
      },
      drawCommitments,
      opens: SIDES.flatMap((side) =>
        numbers.map((number) =>
          clocks.start('nomination', registration, seatClockId('nomination', parties[side], number), parties[side]),
        ),
      ),
      closes: [],
    },
  };
}

/**
 * Before the report, an expert says what may bear on it. Both parties and the panel read this; nobody decides on it.
 */
export function discloseAsExpert(command: DiscloseAsExpert, state: OpenedPanel) {
  const { by, receivedAt, expertId } = command;
  if (hasOtherCapacity(state, by, 'expert')) return refuse(commonRefusals.twoCapacities);
  const expert = state.takenExperts.find((taken) => taken.expertId === expertId && taken.personId === by);
  if (!expert) return refuse(expertRefusals.expertNotTaken);
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  if (expert.disclosure) return refuse(expertRefusals.expertDisclosed);
  const { statement } = command;
  return accept<ExpertDisclosed>({
    type: 'ExpertDisclosed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, by, statement, opens: [], closes: [] },
  });
}
