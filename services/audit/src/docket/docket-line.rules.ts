import type { Instant, Text } from '@parley/kernel';
import { owedBy } from '@parley/procedure';
import { isLater, runningDeadlines, type DocketDeadlines, type PublicDeadline } from './docket-deadlines.rules';

/** One call of the ledger, as the public knows it. */
export interface CallLine {
  /** Code of the party that offered it. */
  readonly offeredBy: string;
  readonly proposedFor: string;
  readonly status: 'offered' | 'answered' | 'unanswered';
}

export interface OutcomeLine {
  readonly outcome: string;
  readonly at: Instant;
  readonly reason: string;
}

export interface FindingLine {
  readonly claimId: string;
  readonly outcome: string;
  /** Whether the majority of the claim adopted reasons. They are published after the outcome. */
  readonly reasoned: boolean;
}

/** How much of a text was left out of what was published of a finding, why and on whose mark (I-75). */
export interface LeftOutLine {
  readonly claimId: string;
  readonly part: string;
  readonly lang: string;
  readonly party: string;
  readonly reason: string;
  readonly characters: number;
  readonly of: number;
}

export interface PublishedFinding {
  readonly claimId: string;
  readonly reasons: readonly Text[];
  /**
   * When the panel did not agree, the statement of each side's members; empty for a side that gave none in time (I-13).
   */
  readonly statements: readonly { readonly side: string; readonly statement: readonly Text[] }[];
}

/** What was published of reasons and statements. */
export interface PublishedReasons {
  readonly findings: readonly PublishedFinding[];
  readonly leftOut: readonly LeftOutLine[];
}

export interface DossierLine {
  /** Code of the party that asked for the dossier. Lines of the first days lack it and mean the complainant. */
  readonly party?: string;
  readonly forum: string;
  readonly requestedAt: Instant | null;
  readonly issuedAt: Instant | null;
  readonly basis: string;
}

/** A document of the forum, with the dates of its communication and of its circulation. */
export interface ForumDocumentLine {
  readonly forum: string;
  readonly kind: string;
  readonly symbol: string;
  readonly communicatedOn: string;
  /** Empty until it was circulated. */
  readonly circulatedOn: string;
}

/** What the public docket says of one case. It is a function of the entries, in any order after the first. */
export interface DocketLine {
  readonly caseId: string;
  readonly docketNumber: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly registeredAt: Instant;
  /** Version of the rules that the case is under; lines of the first days lack it. */
  readonly ruleSet?: string;
  /** When both parties last took a later version. */
  readonly rulesAdoptedAt?: Instant;
  readonly subject: readonly Text[];
  readonly publicSummary: readonly Text[];
  /** Codes of the parties whose measures are complained of, the complainant first. */
  readonly measuresOf: readonly string[];
  /** Codes of the agreements under which a claim was ever made; lines of the first days lack them. */
  readonly agreements?: readonly string[];
  /** The numerals of the number of each measure that was ever complained of. */
  readonly measureNumbers?: readonly (readonly string[])[];
  /** Stages of the screening that were reached. */
  readonly reached: readonly string[];
  readonly reply: {
    readonly kind: 'received' | 'lapsed' | 'repudiated';
    readonly position: string;
    readonly at: Instant;
  } | null;
  readonly calls: Readonly<Record<string, CallLine>>;
  readonly deadlines: DocketDeadlines;
  readonly panelConvenedAt: Instant | null;
  readonly findings: readonly FindingLine[];
  /** `null` until reasons and statements are published. */
  readonly published: PublishedReasons | null;
  readonly outcomes: readonly OutcomeLine[];
  /** When an end was set aside: the instant of the earlier act that set it aside (I-19). */
  readonly lapseSetAsideAt: Instant | null;
  /** When the screening last went on anew: both parties reopened it (I-26), or a settlement was undone (I-67). */
  readonly reopenedAt?: Instant;
  /** When the grievance was last amended. Subject and summary are from then. */
  readonly amendedAt?: Instant;
  /** When the complainant gave its exit notice. */
  readonly exitNoticeAt: Instant | null;
  /**
   * When the respondent gave its own, in a case that holds claims of the respondent; lines of the first days lack it.
   */
  readonly respondentExitNoticeAt?: Instant | null;
  readonly dossiers: readonly DossierLine[];
  /** Documents of the forum, by their symbols; lines of the first days lack them. */
  readonly forumDocuments?: Readonly<Record<string, ForumDocumentLine>>;
  /** Serial of the entry that registered the case. */
  readonly firstSerial: number;
  readonly lastSerial: number;
}

/**
 * The outcome of the screening; `null` while it goes on. An end that was set aside is no outcome, nor is one before a
 * reopening. An end at the very instant of the reopening counts: it was overdue then, as decided findings may be.
 */
export function outcomeOf({ outcomes, lapseSetAsideAt, reopenedAt }: DocketLine): OutcomeLine | null {
  const since = outcomes
    .filter(({ at }) => reopenedAt === undefined || at >= reopenedAt)
    .toSorted((a, b) => (a.at < b.at || (a.at === b.at && weightOf(a) < weightOf(b)) ? -1 : 1));
  const standing = since.filter(
    ({ at }) => lapseSetAsideAt === null || at <= lapseSetAsideAt || (reopenedAt ?? lapseSetAsideAt) > lapseSetAsideAt,
  );
  // Where what set it aside is itself no outcome, it was the close of the deliberation: its findings issue (I-68).
  return standing.at(-1) ?? since.find(({ outcome }) => outcome === 'findings-issued') ?? null;
}

/** At one instant findings count before acts of the parties, and these before a lapse. */
const weightOf = ({ outcome }: OutcomeLine): number =>
  ['lapsed', 'no-panel', 'withdrawn', 'settled', 'findings-issued'].indexOf(outcome);

const SCREENING = ['S4', 'S5', 'S6', 'S7', 'S8', 'S9'];

/** The furthest stage of the screening; `S11` when it has ended. */
export const stageOf = (line: DocketLine): string =>
  outcomeOf(line) === null ? (SCREENING.findLast((stage) => line.reached.includes(stage)) ?? 'S3') : 'S11';

/** True while both parties keep the screening suspended: its stage is the one at which it stands still. */
export const isSuspended = ({ deadlines: { stop, goesOn } }: DocketLine): boolean =>
  stop?.kind === 'screening-suspended' && (goesOn === null || isLater(stop, goesOn));

/** Status of the screening, in the words of a case that was registered. */
export const DOCKET_STATUSES = ['registered', 'suspended', 'ended'] as const;

export const statusOf = (line: DocketLine): (typeof DOCKET_STATUSES)[number] =>
  outcomeOf(line) !== null ? 'ended' : isSuspended(line) ? 'suspended' : 'registered';

/** A limit of a case, and whose act it awaits: a role of the case, an office, or `nobody`. */
export type DueLimit = PublicDeadline & { readonly awaitedFrom: string };

/**
 * All limits that are due next, at one instant. The complainant's come before the respondent's, whichever country is
 * which (I-07).
 */
export function dueNext(line: DocketLine, now: Instant): readonly DueLimit[] {
  const running = runningDeadlines(line.deadlines).filter(({ dueAt }) => dueAt > now);
  return running
    .filter(({ dueAt }) => dueAt === running[0]?.dueAt)
    .map((due) => ({ ...due, awaitedFrom: awaitedFrom(due, line) }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const ROLES = ['complainant', 'respondent'] as const;

/** Whose act a limit awaits: a role of the case, an office, or `nobody`. */
export function awaitedFrom({ clock, awaits }: PublicDeadline, line: DocketLine): string {
  if (awaits === '') return owedBy(clock);
  return ROLES.find((role) => awaits === `party:${line[role]}`) ?? awaits;
}

const rankOf = ({ awaitedFrom: role }: DueLimit): number => {
  const rank = ROLES.findIndex((each) => each === role);
  return rank < 0 ? ROLES.length : rank;
};

export interface CallCount {
  readonly offered: number;
  readonly answered: number;
  readonly unanswered: number;
}

export function callCountOf({ calls }: DocketLine): CallCount {
  const ledger = Object.values(calls);
  const of = (status: CallLine['status']): number => ledger.filter((call) => call.status === status).length;
  return { offered: ledger.length, answered: of('answered'), unanswered: of('unanswered') };
}

/** The documents of the forum, in the order of communication. A reader goes on there. */
export const forumDocumentsOf = ({ forumDocuments = {} }: DocketLine): readonly ForumDocumentLine[] =>
  Object.values(forumDocuments).toSorted((a, b) =>
    a.communicatedOn < b.communicatedOn || (a.communicatedOn === b.communicatedOn && a.symbol < b.symbol) ? -1 : 1,
  );
