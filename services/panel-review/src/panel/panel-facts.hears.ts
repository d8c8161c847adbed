import { intake, panelReview, sayDeadline, tell, told } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type Instant, type PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ChallengeOutcome } from '../challenges/challenges.rules';
import type { NonceEvent } from '../composition/nonces.rules';
import type { CrisisDrawsOpened, CrisisTeamDrawn, CrisisTeamServes } from '../roster/crisis-team.rules';
import type { CrisisTeamCall } from '../roster/crisis-team.reaction';
import type { ToldFact } from '../time/known-case.rules';
import type { PanelEvent } from './panel-state.rules';

/** That what ended the screening is set aside. */
export function setAsideIn(event: PublicEvent): ToldFact | undefined {
  const setAside = told(event, intake.LapseSetAsideSchema);
  if (!setAside) return undefined;
  const { longStop, party, endedAt } = setAside;
  return {
    told: 'lapse-set-aside',
    at: event.time,
    ...(longStop ? { longStop: longStop.dueAt as Instant } : {}),
    ...(party === '' ? {} : { repudiated: { party: party as PartyCode, endedAt: endedAt as Instant } }),
  };
}

/** A step towards the team of a crisis; nothing for another event. */
export function crisisTeamCallOf(event: PublicEvent): CrisisTeamCall | undefined {
  const needed = told(event, intake.CrisisTeamNeededSchema);
  if (!needed) return undefined;
  const { hotlineId, caseId: subject, askedBy, asked, ruleSetVersion, step, nonces } = needed;
  return {
    hotlineId,
    subject,
    parties: [askedBy as PartyCode, asked as PartyCode],
    ruleSetVersion,
    step: step as CrisisTeamCall['step'],
    nonces: JSON.parse(nonces) as CrisisTeamCall['nonces'],
    at: needed.at as Instant,
    calledForAt: needed.calledForAt as Instant,
  };
}

/** Who serves in a crisis, with all that is needed to repeat the draws, and what was published before them. */
export function tellOfCrisisTeam(recorded: RecordedEvent): readonly PublicEvent[] {
  const event = domainEventOf(recorded) as CrisisDrawsOpened | CrisisTeamDrawn | CrisisTeamServes;
  if (event.type === 'CrisisDrawsOpened') {
    const { subject, hotlineId, commitments, rosterDigests } = event.data;
    const published = { commitments: canonicalJson(commitments), rosterDigests: canonicalJson(rosterDigests) };
    const opened = { caseId: subject, hotlineId, at: event.occurredAt, ...published };
    return [tell(recorded, panelReview.CrisisDrawsOpenedSchema, opened, { tier: 'PUBLIC', subject })];
  }
  const { data, occurredAt: calledAt } = event;
  const members = data.members.map(({ personId, party }) => ({ personId, side: party }));
  const message = {
    caseId: data.subject,
    hotlineId: data.hotlineId,
    drawnAt: 'drawnAt' in data ? data.drawnAt : calledAt,
    calledAt,
    members,
    draws: canonicalJson(data.draws),
    secretMissing: event.type === 'CrisisTeamDrawn' && data.draws.some(({ secret }) => secret === null),
  };
  return [tell(recorded, panelReview.CrisisTeamDrawnSchema, message, { subject: data.subject })];
}

const STATUS = {
  NonceCommitted: 'nonce-committed',
  DrawCalled: 'draw-called',
  NonceLaidOpen: 'nonce-laid-open',
  NonceLeftOut: 'nonce-left-out',
  DrawSecretMissing: 'draw-secret-missing',
} as const satisfies Record<NonceEvent['type'], string>;

/** What is published before a draw, and what was not laid open at it, so that anybody can repeat it (I-72). */
export function tellOfDraw(recorded: RecordedEvent, { type, data, occurredAt: at }: NonceEvent): PublicEvent {
  const { seat, draw } = data;
  return tell(recorded, panelReview.DrawNotedSchema, {
    ...{ caseId: streamIdOf(recorded.stream), at, status: STATUS[type], seat, draw },
    side: 'party' in data ? data.party : '',
    commitment: 'commitment' in data ? (data.commitment ?? '') : '',
    nonce: 'nonce' in data ? data.nonce : '',
    because: 'because' in data ? data.because : '',
  });
}

interface Fact {
  readonly kind: string;
  /** The person whom the fact is about; empty for nobody. */
  readonly person: string;
  /** The party whose seat or act the fact is about; empty for neither. */
  readonly party: string;
}

/**
 * Facts for the chronology. That something happened is public; the text of a disclosure and the grounds of a challenge
 * stay with their readers.
 */
export function panelFactOf(recorded: RecordedEvent, event: PanelEvent): readonly PublicEvent[] {
  const fact = factOf(event);
  const facts = fact ? [{ ...fact, deadline: event.data.opens[0] }] : [];
  const meetsAt = event.type === 'InterimMeetingSet' ? event.data.meetsAt : '';
  return [...facts, ...removedBy(event)].map(({ kind, person, party, deadline }) => {
    const message = {
      caseId: streamIdOf(recorded.stream),
      at: event.occurredAt,
      kind,
      personId: person,
      side: party,
      meetsAt,
      ...(deadline ? { opens: sayDeadline(deadline) } : {}),
    };
    return tell(recorded, panelReview.PanelFactSchema, message, { tier: 'PUBLIC' });
  });
}

/** Members who left the panel because it is composed anew. None of them reads the case any longer. */
const removedBy = (event: PanelEvent): readonly (Fact & { readonly deadline: undefined })[] =>
  event.type === 'RostersFrozenAnew'
    ? event.data.removed.map(({ member, party }) => ({
        kind: 'member-left',
        person: member,
        party,
        deadline: undefined,
      }))
    : [];

function factOf(event: PanelEvent): Fact | null | undefined {
  switch (event.type) {
    case 'TrackTaken':
      return event.data.opens.some(({ clock }) => clock === 'nomination')
        ? { kind: 'seats-opened', person: '', party: '' }
        : undefined;
    case 'MemberNominated':
      return seatFact('member-nominated', event.data);
    case 'MemberRemoved':
      return seatFact('member-removed', event.data);
    case 'DisclosureMade':
      return seatFact('disclosure-made', event.data);
    case 'ChallengeMade':
      return seatFact('challenge-made', event.data);
    case 'ChallengeTimeEnded':
      return seatFact(
        event.data.unused === 'challenge' ? 'challenge-time-ended' : 'replacement-time-ended',
        event.data,
      );
    case 'ChallengeDecided':
      return seatFact(wordFor(event.data.outcome), event.data);
    case 'MemberReplaced':
      return seatFact('member-replaced', event.data);
    case 'MemberRecused':
      return seatFact('member-recused', event.data);
    case 'DeadlineExtended':
      return { kind: 'panel-deadline-extended', person: '', party: '' };
    case 'DefaultSetAside':
      return event.data.removed && seatFact('member-set-aside', event.data.removed);
    case 'EvidenceClosed':
      return { kind: 'evidence-closed', person: '', party: '' };
    case 'EvidenceAnswersClosed':
      return { kind: 'evidence-answers-closed', person: '', party: '' };
    case 'ClaimEvidenceOpened':
      return { kind: 'claim-evidence-opened', person: '', party: '' };
    case 'ClaimEvidenceClosed':
      return { kind: 'claim-evidence-closed', person: '', party: '' };
    case 'ClaimCommentsClosed':
      return { kind: 'claim-comments-closed', person: '', party: '' };
    case 'TermsProposed':
      return { kind: 'terms-proposed', person: event.data.by, party: '' };
    case 'TermsSet':
      return { kind: 'terms-set', person: '', party: '' };
    case 'TermsNotSet':
      return { kind: 'terms-not-set', person: '', party: '' };
    case 'InformationRequested':
      return { kind: 'information-requested', person: '', party: event.data.askedOf };
    case 'JointRequestProposed':
      return { kind: 'joint-request-proposed', person: '', party: event.data.askedOf };
    case 'LeaveCommentsClosed':
      return { kind: 'leave-comments-closed', person: '', party: '' };
    case 'InformationAnswered':
      return { kind: 'information-answered', person: '', party: event.data.party };
    case 'InformationNotGiven':
      return { kind: 'information-not-given', person: '', party: event.data.askedOf };
    case 'ThirdPartyAdmitted':
      return { kind: 'third-party-admitted', person: '', party: '' };
    case 'ThirdPartyNoteFiled':
      return { kind: 'third-party-note-filed', person: '', party: '' };
    case 'ExpertsProposed':
      return { kind: 'experts-proposed', person: '', party: event.data.party };
    case 'ExpertTaken':
      return { kind: 'expert-taken', person: '', party: '' };
    case 'ExpertDisclosed':
      return { kind: 'expert-disclosed', person: '', party: '' };
    case 'ExpertReportServed':
      return { kind: 'expert-report-served', person: '', party: '' };
    case 'ReportCommentsClosed':
      return { kind: 'report-comments-closed', person: '', party: '' };
    case 'InterimMeetingRequested':
      return { kind: 'interim-meeting-requested', person: '', party: event.data.party };
    case 'InterimMeetingSet':
      return { kind: 'interim-meeting-set', person: '', party: '' };
    case 'CommentingFinished':
      return { kind: 'commenting-finished', person: '', party: event.data.party };
    case 'ParityRestored':
      return { kind: 'parity-restored', person: '', party: '' };
    case 'InterimCommentsClosed':
      return { kind: event.data.interimIsFinal ? 'interim-final' : 'interim-comments-closed', person: '', party: '' };
    case 'SeatLeftEmpty':
      return { kind: 'seat-left-empty', person: '', party: event.data.party };
    case 'VotingTimeEnded':
      return { kind: 'findings-time-ended', person: '', party: '' };
    case 'FindingsAwaitParity':
      return { kind: 'findings-await-parity', person: '', party: '' };
    case 'FindingsCertified':
      return { kind: 'findings-certified', person: event.data.by, party: event.data.party };
    case 'PassagesMarked':
      return { kind: 'passages-marked', person: '', party: event.data.party };
    case 'MarkLeaveGiven':
      return { kind: 'mark-leave-given', person: '', party: '' };
    default:
      return undefined;
  }
}

const seatFact = (kind: string, { member, party }: { readonly member: string; readonly party: string }): Fact => ({
  kind,
  person: member,
  party,
});

const wordFor = ({ verdict, by }: ChallengeOutcome): string => {
  if (verdict === 'upheld') return 'challenge-upheld';
  return by === 'default' ? 'challenge-not-decided' : 'challenge-dismissed';
};
