import { accept, refuse, type Instant, type ReasonsOf } from '@parley/kernel';
import {
  answerLateEntry,
  claimLateEntry,
  countCovered,
  lapseEntry as lapse,
  lateEntryRefusals,
  standingOf,
  takeLate,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type Clocks,
  type EnteredAct,
  type Outage,
  type SetAside,
  type TakesLateActs,
} from '@parley/procedure';
import { challengeMember } from '../challenges/challenge-decision.rules';
import { replaceMember } from '../composition/composition-refusals.rules';
import { occupantOf } from '../composition/draw-seat.rules';
import { nominateMember } from '../composition/members.rules';
import { serveReport } from '../experts/expert-reports.rules';
import { isPaper, paperBar, paperTooLate, type Paper } from '../experts/papers.rules';
import { answerRequest } from '../information/information-request.rules';
import { commentOnMaterial, fileThirdPartyNote } from '../information/third-party.rules';
import { commonRefusals, evolveOpened } from '../panel/common-refusals.rules';
import {
  hasOtherCapacity,
  screeningOver,
  type OpenedPanel,
  type OpenedPanelEvent,
  type PanelEvent,
} from '../panel/panel-state.rules';
import { commentInterim } from '../review/comments.rules';
import { isSeatClock, SEAT_CLOCKS } from '../time/time.rules';
import {
  clocksFor,
  clocksOfSeat,
  seatOfClock,
  sideOfParty,
  withoutDefault,
  type DefaultSetAside,
  type LapsedPanelClock,
  type LatePanelAct,
} from './late-entries.rules';

const NAMES: Readonly<Record<LatePanelAct['type'], string>> = {
  NominateMember: 'nomination',
  ChallengeMember: 'challenge',
  CommentInterim: 'interim-comment',
  ReplaceMember: 'replacement',
  AnswerRequest: 'information-answer',
  CommentOnMaterial: 'expert-comment',
  ServeReport: 'expert-report',
  FileThirdPartyNote: 'third-party-note',
};

/**
 * Acts that come beside what stands, and the one event that each of them is: what it would have brought about has
 * happened otherwise.
 */
const BESIDE: Partial<Readonly<Record<LatePanelAct['type'], PanelEvent['type']>>> = {
  CommentOnMaterial: 'MaterialCommented',
};

/**
 * I-19: an act that came by another channel and counts; what sets a default aside gives the next one its full time. An
 * officer of the registry who enters it stays one (I-05).
 */
function take(entry: EnteredAct, act: LatePanelAct, state: OpenedPanel, clocks: Clocks) {
  if (!sideOfParty(state, act.party)) return refuse(commonRefusals.notAParty);
  const seatsItself = act.type === 'NominateMember' && act.member === entry.by;
  if (seatsItself || hasOtherCapacity(state, entry.by, entry.office)) return refuse(commonRefusals.twoCapacities);
  const over = screeningOver(state, entry.enteredAt);
  if (over) return refuse(over);
  if (isPaper(act)) return takePaper(entry, act, state, clocks);
  const { [entry.by]: _own, ...capacities } = state.capacities;
  const before = { ...state, capacities };
  return takeLate<OpenedPanel, LapsedPanelClock, PanelEvent, ReasonsOf<typeof decide>>(
    entry,
    { ids: clocksFor(act, state), running: state.running, lapsed: state.lapsed },
    before,
    {
      undo: (clock) => withoutDefault(before, clock),
      decide: (then) => {
        const decision = decide(act, then, clocks);
        if (decision.kind === 'refused') return decision;
        const events = then === before ? decision.events : standing(act, decision.events);
        return accept(...events.map((event) => withFullTime(event, entry, clocks)));
      },
      setAside: (said) => [setAsideBy(said, state, entry.cameAt)],
    },
  );
}

/** I-67: paper for others stands as of now, by the word of the other side's registry or without it. */
function takePaper(entry: EnteredAct, act: Paper, state: OpenedPanel, clocks: Clocks) {
  const bar = paperBar(act, entry, state);
  if (bar) return bar;
  const standing = { ...act, receivedAt: entry.enteredAt };
  return standing.type === 'ServeReport'
    ? serveReport(standing, state, clocks, standingOf(entry))
    : fileThirdPartyNote(standing, state, standingOf(entry));
}

/** What decides the entry of paper beside its act, and by which it is refused. */
export const enteringPaper = [paperBar, paperTooLate] as const;
export const refusedPaper = [
  lateEntryRefusals.paperRefused,
  lateEntryRefusals.paperWaits,
  lateEntryRefusals.paperTooLate,
] as const;

function decide(act: Exclude<LatePanelAct, Paper>, state: OpenedPanel, clocks: Clocks) {
  switch (act.type) {
    case 'NominateMember':
      return nominateMember(act, state, clocks);
    case 'ChallengeMember':
      return challengeMember(act, state, clocks);
    case 'CommentInterim':
      return commentInterim(act, state);
    case 'ReplaceMember':
      return replaceMember(act, state, clocks);
    case 'AnswerRequest':
      return answerRequest(act, state, clocks);
    case 'CommentOnMaterial':
      return commentOnMaterial(act, state);
  }
}

/** What of an act stands once its default has happened. */
function standing(act: LatePanelAct, events: readonly PanelEvent[]): readonly PanelEvent[] {
  const beside = BESIDE[act.type];
  return beside ? events.filter(({ type }) => type === beside) : events;
}

/** Nobody could know of the act before it counted: the time of who is awaited next is counted from there. */
function withFullTime<Event extends PanelEvent>(event: Event, { enteredAt: at }: EnteredAct, clocks: Clocks): Event {
  const opens = event.data.opens.map((opened) =>
    SEAT_CLOCKS.some((clock) => isSeatClock(opened.id, clock)) ? clocks.restart(opened, at) : opened,
  );
  return { ...event, data: { ...event.data, opens } };
}

function setAsideBy(said: SetAside, state: OpenedPanel, cameAt: Instant): DefaultSetAside {
  const seat = seatOfClock(state, said.deadline);
  const was = state.lapsed[said.deadline]?.occupancy;
  const now = seat && occupantOf(seat)?.personId;
  const removed =
    seat && was && now && occupantOf({ ...seat, occupancy: was })?.personId !== now
      ? { member: now, party: state.parties[seat.side] }
      : null;
  const closes = seat ? clocksOfSeat(state, seat).filter((id) => state.running[id] !== undefined) : [];
  return {
    type: 'DefaultSetAside',
    occurredAt: cameAt,
    rule: 'I-19',
    tier: 'PUBLIC',
    data: { ...said, removed, opens: [], closes },
  };
}

type WhyNotTaken = ReasonsOf<readonly [typeof take, typeof paperTooLate]>;

const partOf = (state: OpenedPanel, clocks: Clocks): TakesLateActs<LatePanelAct, PanelEvent, WhyNotTaken> => ({
  entries: state.lateEntries,
  parties: [state.parties.complainant, state.parties.respondent],
  running: state.running,
  clocks,
  nameOf: ({ type }) => NAMES[type],
  count: (entry, act) => take(entry, act, state, clocks),
  standsTooLate: (act, answeredBy) => paperTooLate(act, answeredBy, state),
});

/** I-67: a side enters what it did in the panel's procedure by another channel. */
export const claimEntry = (command: ClaimLateEntry<LatePanelAct>, state: OpenedPanel, clocks: Clocks) =>
  claimLateEntry(command, partOf(state, clocks));

/** I-67: the registry of the other side confirms what a side has entered, or does not. */
export const answerEntry = (command: AnswerLateEntry, state: OpenedPanel, clocks: Clocks) =>
  hasOtherCapacity(state, command.by, 'registry')
    ? refuse(commonRefusals.twoCapacities)
    : answerLateEntry(command, partOf(state, clocks));

/** I-67: an entry that nobody answered in time; paper for others stands. */
export const lapseEntry = (clockId: string, expiry: Instant, state: OpenedPanel, clocks: Clocks) =>
  lapse(clockId, expiry, partOf(state, clocks));

/** What a declared outage makes count of the entries that wait for an answer. */
export const countedByOutage = (
  outage: Outage,
  at: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): readonly PanelEvent[] =>
  countCovered<OpenedPanel, LatePanelAct, PanelEvent, WhyNotTaken>(outage, at, state, {
    partOf: (then) => partOf(then, clocks),
    evolve: (then, event) => evolveOpened(then, event as OpenedPanelEvent),
  });
