import {
  millisOf,
  type Bilingual,
  type CaseId,
  type ChannelKind,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import type { WatchDuty } from '../watch-lists/watch-list.rules';
import type {
  CrisisNonceCommitted,
  CrisisNonceLaidOpen,
  HotlineEvent,
  HotlineRequested,
  HotlineTimesMoved,
} from './hotline-events.rules';
import { deliveriesAfter } from './hotline-sending.rules';

/** How urgent a request is. The times of both grades stand in the rule set. */
export const GRADES = ['crisis', 'routine'] as const;
export type Grade = (typeof GRADES)[number];

/** Who is to answer, the first ones first. The capitals' deputies are the last: behind them nobody is called. */
export const ASKED_RUNGS = ['official', 'coheads', 'deputies'] as const;
export type AskedRung = (typeof ASKED_RUNGS)[number];
/** Where a request stands: with somebody, or unanswered by all. It can be answered still. */
export const RUNGS = [...ASKED_RUNGS, 'unanswered'] as const;
export type Rung = (typeof RUNGS)[number];

/**
 * A time of the clock's hours and minutes, which nothing rolls or extends: of a rung, for the draw of the team, or for
 * its paper.
 */
export interface HotlineTime {
  readonly id: AskedRung | 'commitments' | 'nonces' | 'options';
  readonly clock: 'hotline' | 'draw-commitments' | 'draw-nonces' | 'options-paper';
  readonly stage: 'hotline';
  readonly rule: 'hotline';
  readonly trigger: {
    readonly kind: 'act';
    readonly event: 'HotlineRequested' | 'CrisisDrawCalled' | 'CrisisTeamFormed';
    readonly instant: Instant;
  };
  readonly dueAt: Instant;
  readonly provisional: false;
  readonly arithmetic: Bilingual;
}

/** The acknowledgement of a request by a person in an office, at a rung. */
export interface Acknowledgement {
  readonly by: PersonId;
  readonly office: string;
  readonly rung: Rung;
  readonly at: Instant;
  readonly text: readonly Text[];
}

/** A channel as both sides may know of it: whose it is and where it leads, its own side alone can tell. */
export interface SentChannel {
  readonly id: string;
  readonly kind: ChannelKind;
  /** Number of the person among those with the same turn. */
  readonly officer: number;
}

/** What became of a request on one channel. */
export interface Delivery {
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly duty: WatchDuty;
  readonly officer: number;
  readonly sentAt: Instant;
  /** `sent` until the channel has answered. */
  readonly status: 'sent' | 'accepted' | 'failed';
  readonly answer: string | null;
  readonly tries: number;
  readonly answeredAt: Instant | null;
}

/** A nonce to which a desk has committed itself for the draw of a team; the nonce itself once it is open (I-72). */
export interface CommittedNonce {
  readonly commitment: Sha256;
  readonly nonce: string | null;
}

/** A person of a crisis team, and from whose duty roster. */
export interface TeamMember {
  readonly personId: PersonId;
  readonly party: PartyCode;
}

export interface OptionsPaper {
  readonly text: readonly Text[];
  readonly digest: Sha256;
  readonly draftedBy: PersonId;
  readonly draftedAt: Instant;
  readonly signatures: readonly (TeamMember & { readonly at: Instant })[];
  readonly agreedAt: Instant | null;
}

/** One use of the hotline, with or without a case. */
export interface Hotline {
  readonly status: 'open' | 'answered';
  readonly hotlineId: string;
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly asking: PartyCode;
  readonly asked: PartyCode;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  /** By when an official is to acknowledge it. */
  readonly acknowledgeBy: Instant;
  readonly subject: readonly Text[];
  readonly ruleSetVersion: string;
  readonly rung: Rung;
  /** Rungs at which nobody answered, each with the instant at which its time was over. */
  readonly unanswered: readonly { readonly rung: AskedRung; readonly at: Instant }[];
  readonly acknowledgement: Acknowledgement | null;
  readonly running: Readonly<Record<string, HotlineTime>>;
  /** Those to whom it was sent, though they have no channel. */
  readonly sentTo: readonly WatchDuty[];
  readonly deliveries: readonly Delivery[];
  /** So many milliseconds its rungs are later by outages. */
  readonly laterBy: number;
  /** `null` when no team was called for. */
  readonly team: CrisisTeam | null;
  /** What desks have added to the draw of the team. */
  readonly nonces: Readonly<Partial<Record<PartyCode, CommittedNonce>>>;
  readonly paper: OptionsPaper | null;
  /** How many drafts of the options paper each side has written. */
  readonly drafts: Readonly<Record<PartyCode, number>>;
}

/** The team of a crisis, which panel review draws from the duty rosters. */
interface CrisisTeam {
  readonly calledForAt: Instant;
  /** `null` until panel review has told; empty where a side had nobody to be drawn. */
  readonly members: readonly TeamMember[] | null;
}

export type HotlineState = { readonly status: 'silent' } | Hotline;
export const silent: HotlineState = { status: 'silent' };

/** What an event means for a request. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolveHotline(state: HotlineState, event: HotlineEvent): HotlineState {
  if (event.type === 'HotlineRequested') return state.status === 'silent' ? requested(event) : state;
  if (state.status === 'silent') return state;
  const { occurredAt: at } = event;
  const hotline = { ...state, running: runningAfter(state.running, event.data) };
  switch (event.type) {
    case 'HotlineUnanswered':
      return { ...hotline, rung: event.data.next, unanswered: [...state.unanswered, { rung: event.data.rung, at }] };
    case 'HotlineSent':
      return {
        ...hotline,
        sentTo: [...state.sentTo, event.data.duty],
        deliveries: deliveriesAfter(state.deliveries, event),
      };
    case 'HotlineChannelAnswered':
      return { ...hotline, deliveries: deliveriesAfter(state.deliveries, event) };
    case 'HotlineTimesMoved':
      return { ...hotline, ...laterBy(event.data, state) };
    case 'HotlineAcknowledged': {
      const { by, office, rung, text } = event.data;
      return { ...hotline, status: 'answered', acknowledgement: { by, office, rung, at, text } };
    }
    case 'CrisisTeamCalledFor':
      return { ...hotline, team: { calledForAt: at, members: null } };
    case 'CrisisNonceCommitted':
    case 'CrisisNonceLaidOpen':
      return { ...hotline, nonces: noncesAfter(state.nonces, event) };
    case 'CrisisTeamFormed': {
      const { members } = event.data;
      // What was laid open for a draw of nobody serves no other.
      const nonces = members.length === 0 ? {} : state.nonces;
      return state.team ? { ...hotline, nonces, team: { ...state.team, members } } : hotline;
    }
    case 'OptionsDrafted': {
      const { by, party, text, digest } = event.data;
      const drafts = { ...state.drafts, [party]: (state.drafts[party] ?? 0) + 1 };
      return {
        ...hotline,
        drafts,
        paper: { text, digest, draftedBy: by, draftedAt: at, signatures: [], agreedAt: null },
      };
    }
    case 'OptionsSigned': {
      const { by: personId, party } = event.data;
      return state.paper
        ? { ...hotline, paper: { ...state.paper, signatures: [...state.paper.signatures, { personId, party, at }] } }
        : hotline;
    }
    case 'OptionsAgreed':
      return state.paper ? { ...hotline, paper: { ...state.paper, agreedAt: at } } : hotline;
    case 'CrisisDrawAnnounced':
    case 'CrisisDrawCalled':
    case 'CrisisNonceLeftOut':
    case 'CrisisDrawDue':
    case 'CrisisSecretMissing':
    case 'OptionsMissed':
      return hotline;
    default:
      return unknownEvent(event, state);
  }
}

function noncesAfter(
  nonces: Hotline['nonces'],
  { type, data }: CrisisNonceCommitted | CrisisNonceLaidOpen,
): Hotline['nonces'] {
  if (type === 'CrisisNonceCommitted') return { ...nonces, [data.party]: { commitment: data.commitment, nonce: null } };
  const committed = nonces[data.party];
  return committed ? { ...nonces, [data.party]: { ...committed, nonce: data.nonce } } : nonces;
}

function laterBy({ opens, from, to }: HotlineTimesMoved['data'], state: Hotline): Partial<Hotline> {
  const rung = opens.find(({ clock }) => clock === 'hotline');
  if (!rung) return {};
  const acknowledgeBy = rung.id === 'official' ? rung.dueAt : state.acknowledgeBy;
  return { acknowledgeBy, laterBy: state.laterBy + millisOf(to) - millisOf(from) };
}

const unknownEvent = (_event: never, state: HotlineState): HotlineState => state;

function requested({ data, occurredAt }: HotlineRequested): Hotline {
  const { hotlineId, caseId, grade, asking, asked, by, subject, acknowledgeBy, ruleSetVersion } = data;
  return {
    status: 'open',
    ...{ hotlineId, caseId, grade, asking, asked, subject, acknowledgeBy, ruleSetVersion },
    requestedBy: by,
    requestedAt: occurredAt,
    rung: 'official',
    unanswered: [],
    acknowledgement: null,
    running: runningAfter({}, data),
    sentTo: [],
    deliveries: [],
    laterBy: 0,
    team: null,
    nonces: {},
    paper: null,
    drafts: {},
  };
}
