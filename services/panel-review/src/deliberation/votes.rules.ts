import {
  accept,
  canonicalJson,
  refuse,
  refuseAll,
  type Instant,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import type { Clocks, SeatedMember } from '@parley/procedure';
import { claimEvidenceRuns } from '../claims/claim-evidence.rules';
import { claimBar } from '../claims/claims.rules';
import { lateClaimRefusals } from '../claims/late-claims.rules';
import { seatedMembers, seatOf } from '../composition/draw-seat.rules';
import type { ReasonedText } from '../findings/make-findings.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import type { ClosedBy } from '../findings/findings.rules';
import { leaveRuns } from '../information/leave.rules';
import { isPast, screeningOver, type Act, type OpenedPanel } from '../panel/panel-state.rules';
import { deliberationBar, panelActBar } from '../review/comments.rules';
import { canStillBeAnswered, citingFault, citingForClaimFault, restsOnStruck } from '../review/evidence-time.rules';
import { reviewRefusals } from '../review/review.rules';
import type { UrgencyVerdict } from '../tracks/tracks.rules';
import type { CastVoteOnObjection } from './objection-votes.rules';
import type { AdoptReasons, GiveReasons } from './reasons.rules';
import type { TranslateText } from './translate-text.rules';
import type {
  DeliberationEvent,
  DeliberationState,
  NoteWritten,
  StatementGiven,
  VoteCast,
  VoteChanged,
} from './deliberation.rules';

/**
 * An act in deliberation, with the panel as it stood when the act was decided. The act writes to one of the two
 * streams.
 */
export type InPanel = Act & { readonly panel: OpenedPanel };

export type GiveUrgencyView = InPanel & { readonly type: 'GiveUrgencyView'; readonly verdict: UrgencyVerdict };
export type ChooseExpert = InPanel & {
  readonly type: 'ChooseExpert';
  readonly expertId: string;
  readonly questions: readonly Text[];
};
export type DraftInterim = InPanel & {
  readonly type: 'DraftInterim';
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type SignInterim = InPanel & { readonly type: 'SignInterim'; readonly digest: Sha256 };
/** A vote on a claim, as a member casts it. */
type CastOn = Pick<VoteCast['data'], 'claimId' | 'on' | 'attributed'>;
type CastVoteCommand = InPanel & { readonly type: 'CastVote' } & CastOn;
/** Votes on several claims, of which each counts or none does. */
type CastVotesCommand = InPanel & { readonly type: 'CastVotes'; readonly votes: readonly CastOn[] };
type GiveStatement = InPanel & {
  readonly type: 'GiveStatement';
  readonly claimId: string;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
type WriteNote = InPanel & { readonly type: 'WriteNote'; readonly text: readonly Text[] };
type AskClosing = InPanel & { readonly type: 'AskClosing' };
/** Claims were replaced. */
export interface SetSayingsAside {
  readonly type: 'SetSayingsAside';
  readonly claimIds: readonly string[];
  readonly at: Instant;
}

/** The time for votes ended, or the long-stop passed. */
export interface CloseDeliberation {
  readonly type: 'CloseDeliberation';
  readonly at: Instant;
  readonly by: Exclude<ClosedBy, 'co-chairs'>;
  readonly seats: number;
  readonly seated: readonly SeatedMember[];
}

export type DeliberationAct =
  | GiveUrgencyView
  | ChooseExpert
  | DraftInterim
  | SignInterim
  | CastVoteCommand
  | CastVotesCommand
  | CastVoteOnObjection
  | GiveReasons
  | AdoptReasons
  | GiveStatement
  | TranslateText
  | WriteNote
  | AskClosing;
export type DeliberationCommand = DeliberationAct | SetSayingsAside | CloseDeliberation;

/**
 * UTF-8 bytes of all reasons and statements of one deliberation. Findings are one event, and an event has a limit of
 * size. Findings beyond the limit could not be made at all.
 */
const MOST_BYTES = 600_000;

/** A member of a side gives its separate statement on a claim, for the case that it is not agreed (I-13). */
export function giveStatement(command: GiveStatement, state: DeliberationState) {
  const seat = writingSeat(command, state);
  if ('kind' in seat) return seat;
  const { by, receivedAt, claimId, text, exhibits } = command;
  return accept<StatementGiven>({
    type: 'StatementGiven',
    occurredAt: receivedAt,
    rule: 'I-13',
    tier: 'DELIBERATION',
    data: { claimId, side: seat.side, by, text, exhibits },
  });
}

/**
 * A seated member writes a note to the others. This is allowed while a member is missing, since a note decides nothing.
 */
export function writeNote(command: WriteNote, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = memberBar(panel, by, receivedAt) ?? (state.closed ? findingsRefusals.deliberationClosed : undefined);
  if (bar) return refuse(bar);
  const { text } = command;
  return accept<NoteWritten>({
    type: 'NoteWritten',
    occurredAt: receivedAt,
    rule: 'S9',
    tier: 'DELIBERATION',
    data: { by, text },
  });
}

const memberBar = (panel: OpenedPanel, person: PersonId, at: Instant) =>
  deliberationBar(panel, person) ?? screeningOver(panel, at);

/** The seat of the author of reasons or a statement, or the refusal of the text. */
export function writingSeat(command: GiveReasons | GiveStatement, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const seat = seatOf(panel, by);
  const bar = memberBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar || !seat) return refuse(bar ?? findingsRefusals.notSeated);
  const { claimId, text, exhibits } = command;
  const claim = claimBar(panel, claimId, receivedAt);
  if (claim) return refuse(claim, '/claim');
  const fault = citingFault(exhibits, panel) ?? citingForClaimFault(exhibits, panel, claimId);
  if (fault) return fault;
  const given = [...state.reasons, ...state.statements, { text, exhibits }];
  return given.reduce((bytes, each) => bytes + bytesOf(each), 0) > MOST_BYTES
    ? refuse(findingsRefusals.textsTooLong, '/text')
    : seat;
}

const bytesOf = ({ text, exhibits }: ReasonedText): number =>
  new TextEncoder().encode(canonicalJson({ text, exhibits })).length;

/** A member votes on a claim; until closing the vote can be changed, by an event of its own (I-11). */
export function castVote(command: CastVoteCommand, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = panelActBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  const { claimId, on, attributed } = command;
  const claim = claimBar(panel, claimId, receivedAt);
  if (claim) return refuse(claim, '/claim');
  return accept<VoteCast | VoteChanged>(...votesOn([{ claimId, on, attributed }], command, state));
}

/** A member votes on several claims: all votes count or none does, and each claim that bars one is named. */
export function castVotes(command: CastVotesCommand, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const bar = panelActBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  const { votes } = command;
  const faults = votes.flatMap(({ claimId }, at) => {
    const reason = claimBar(panel, claimId, receivedAt);
    return reason ? [{ reason, path: `/votes/${String(at)}/claim` }] : [];
  });
  const refused = refuseAll(faults);
  if (refused) return refused;
  return accept<VoteCast | VoteChanged>(...votesOn(votes, command, state));
}

/** What votes change on record; one that stands already changes nothing. */
const votesOn = (
  votes: readonly CastOn[],
  { by, receivedAt }: Act,
  state: DeliberationState,
): readonly (VoteCast | VoteChanged)[] =>
  votes.flatMap(({ claimId, on, attributed }) => {
    const before = state.votes.find((vote) => vote.claimId === claimId && vote.member === by);
    if (before?.on === on && before.attributed === attributed) return [];
    const vote: VoteCast | VoteChanged = {
      type: before ? 'VoteChanged' : 'VoteCast',
      occurredAt: receivedAt,
      rule: 'I-11',
      tier: 'DELIBERATION',
      data: { claimId, member: by, on, attributed },
    };
    return [vote];
  });

/**
 * A co-chair asks to close. The deliberation is closed when the other has asked too, and every member has voted on
 * every claim and every objection.
 */
export function askClosing({ by, receivedAt, panel }: AskClosing, state: DeliberationState, clocks: Clocks) {
  const bar = panelActBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  const coChairs = panel.convening?.coChairs ?? [];
  if (!coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  const late = votingBar(panel, receivedAt, state);
  if (late) return refuse(late);
  if (state.closingAskedBy.includes(by)) return refuse(findingsRefusals.closingAsked);
  if (leaveRuns(panel, receivedAt)) return refuse(reviewRefusals.leaveRuns);
  if (claimEvidenceRuns(panel, receivedAt)) return refuse(lateClaimRefusals.claimEvidenceRuns);
  const { reasons, statements } = state;
  if ([...reasons, ...statements].some(({ exhibits }) => restsOnStruck(exhibits, panel)))
    return refuse(reviewRefusals.exhibitStruck);
  if ([...reasons, ...statements].some(({ exhibits }) => canStillBeAnswered(exhibits, panel, receivedAt, clocks)))
    return refuse(reviewRefusals.commentsRun);
  const seated = seatedMembers(panel);
  const hasVoted = (votes: readonly { readonly member: PersonId }[]): boolean =>
    seated.every(({ member }) => votes.some((vote) => vote.member === member));
  const isVoted =
    panel.claims.every(({ id }) => hasVoted(state.votes.filter(({ claimId }) => claimId === id))) &&
    panel.objections.every(({ id }) => hasVoted(state.objectionVotes.filter(({ objectionId }) => objectionId === id)));
  if (!isVoted) return refuse(findingsRefusals.notAllVoted);
  const about = { occurredAt: receivedAt, rule: 'S9', tier: 'DELIBERATION' } as const;
  const asked: DeliberationEvent = { ...about, type: 'ClosingAsked', data: { by } };
  if (!coChairs.every((chair) => chair === by || state.closingAskedBy.includes(chair)))
    return accept<DeliberationEvent>(asked);
  return accept<DeliberationEvent>(asked, {
    ...about,
    type: 'DeliberationClosed',
    data: { closedBy: 'co-chairs', seated, seats: panel.seats.length },
  });
}

/** Why no vote, reasons or statement can be given now; `undefined` while the panel is making its findings. */
export function votingBar(panel: OpenedPanel, at: OpenedPanel['longStop'], { closed }: DeliberationState) {
  if (closed) return findingsRefusals.deliberationClosed;
  const { stage } = panel;
  if (stage.name !== 'deciding') return findingsRefusals.notDeciding;
  const ended = stage.votingEndedAt !== null && at >= stage.votingEndedAt;
  return ended || isPast(panel, 'findings', at) ? findingsRefusals.votingOver : undefined;
}
