import type { Bilingual, CaseId, DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import type { Act } from '../../case/case-commands.rules';

export type RequestHotline = Act & {
  readonly type: 'RequestHotline';
  readonly hotlineId: string;
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly subject: readonly Text[];
  /** Version of the rules to which its case is pinned; absent without a case. */
  readonly ruleSetVersion?: string;
};
export type AcknowledgeHotline = Act & {
  readonly type: 'AcknowledgeHotline';
  readonly as: 'desk' | 'cohead';
  readonly office: string;
  readonly text: readonly Text[];
};
export type DraftOptions = Act & { readonly type: 'DraftOptions'; readonly text: readonly Text[] };
export type SignOptions = Act & { readonly type: 'SignOptions'; readonly digest: Sha256 };
/** The time of a rung passed. This is decided only when no act that came before it can still be under way. */
export type ExpireRung = { readonly type: 'ExpireRung'; readonly deadlineId: string };

export type HotlineCommand = RequestHotline | AcknowledgeHotline | DraftOptions | SignOptions | ExpireRung;

interface MovesTimes {
  readonly opens: readonly HotlineTime[];
  readonly closes: readonly string[];
}

/** The public part of a request: that it was made, its grade, and by whom. */
interface OfRequest {
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly asking: PartyCode;
  readonly asked: PartyCode;
}

export type HotlineRequested = DomainEvent<
  'HotlineRequested',
  MovesTimes &
    OfRequest & {
      readonly hotlineId: string;
      readonly by: PersonId;
      readonly subject: readonly Text[];
      readonly acknowledgeBy: Instant;
      readonly ruleSetVersion: string;
    }
>;
/** Nobody answered at a rung, so the request goes to the next one. That is a public fact, and so is its instant. */
export type HotlineUnanswered = DomainEvent<
  'HotlineUnanswered',
  MovesTimes & OfRequest & { readonly rung: Rung; readonly next: Rung }
>;
export type HotlineAcknowledged = DomainEvent<
  'HotlineAcknowledged',
  MovesTimes &
    OfRequest & { readonly by: PersonId; readonly office: string; readonly rung: Rung; readonly text: readonly Text[] }
>;
export type CrisisTeamCalledFor = DomainEvent<
  'CrisisTeamCalledFor',
  MovesTimes & OfRequest & { readonly membersPerSide: number; readonly ruleSetVersion: string }
>;
/** What the team thinks can be done, for the parties. A new draft replaces the one before it and its signatures. */
export type OptionsDrafted = DomainEvent<
  'OptionsDrafted',
  MovesTimes & {
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type OptionsSigned = DomainEvent<
  'OptionsSigned',
  MovesTimes & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
>;
export type OptionsAgreed = DomainEvent<'OptionsAgreed', MovesTimes & OfRequest & { readonly digest: Sha256 }>;

export type HotlineEvent =
  | HotlineRequested
  | HotlineUnanswered
  | HotlineAcknowledged
  | CrisisTeamCalledFor
  | OptionsDrafted
  | OptionsSigned
  | OptionsAgreed;

/** How urgent a request is. The times of both grades stand in the rule set. */
export const GRADES = ['crisis', 'routine'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * Who is to answer, from the first rung to the last. The capitals' deputies are the last, and nobody is called after
 * them.
 */
export const RUNGS = ['official', 'coheads', 'deputies'] as const;
export type Rung = (typeof RUNGS)[number];

/** The time of a rung: clock hours and minutes from the request. Nothing rolls or extends it. */
export interface HotlineTime {
  readonly id: 'official' | 'coheads';
  readonly clock: 'hotline';
  readonly stage: 'hotline';
  readonly rule: 'hotline';
  readonly trigger: { readonly kind: 'act'; readonly event: 'HotlineRequested'; readonly instant: Instant };
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

/** One request on the hotline, with or without a case, as far as it was recorded here. */
export interface OwnHotline {
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
  readonly unanswered: readonly { readonly rung: Rung; readonly at: Instant }[];
  readonly acknowledgement: Acknowledgement | null;
  readonly running: Readonly<Record<string, HotlineTime>>;
  /** `null` when no team was called for. */
  readonly team: CalledFor | null;
  readonly paper: OptionsPaper | null;
  /** How many drafts of the options paper each side has written. */
  readonly drafts: Readonly<Record<PartyCode, number>>;
}

interface CalledFor {
  readonly calledForAt: Instant;
  readonly membersPerSide: number;
}

/** A request with its crisis team, which panel review draws from the duty rosters. */
export interface Hotline extends OwnHotline {
  readonly team: (CalledFor & { readonly members: readonly TeamMember[] }) | null;
}

export type OwnHotlineState = { readonly status: 'silent' } | OwnHotline;
export type HotlineState = { readonly status: 'silent' } | Hotline;
export const silent: OwnHotlineState = { status: 'silent' };

/** The state of a request, from what was recorded here and the team that panel review told. */
export const hotlineOf = (own: OwnHotlineState, members: readonly TeamMember[]): HotlineState =>
  own.status === 'silent' ? own : { ...own, team: own.team && { ...own.team, members } };

/** A request after an event. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolveHotline(state: OwnHotlineState, event: HotlineEvent): OwnHotlineState {
  if (event.type === 'HotlineRequested') return state.status === 'silent' ? requested(event) : state;
  if (state.status === 'silent') return state;
  const { occurredAt: at } = event;
  const hotline = { ...state, running: runningAfter(state.running, event.data) };
  switch (event.type) {
    case 'HotlineUnanswered':
      return { ...hotline, rung: event.data.next, unanswered: [...state.unanswered, { rung: event.data.rung, at }] };
    case 'HotlineAcknowledged': {
      const { by, office, rung, text } = event.data;
      return { ...hotline, status: 'answered', acknowledgement: { by, office, rung, at, text } };
    }
    case 'CrisisTeamCalledFor':
      return { ...hotline, team: { calledForAt: at, membersPerSide: event.data.membersPerSide } };
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
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: OwnHotlineState): OwnHotlineState => state;

function requested({ data, occurredAt }: HotlineRequested): OwnHotline {
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
    team: null,
    paper: null,
    drafts: {},
  };
}
