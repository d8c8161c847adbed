import type { Instant, Text } from '@parley/kernel';
import type { DocketDeadlines } from './docket-deadlines.rules';

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
  readonly reasons: readonly Text[];
  /** Where the panel did not agree: what each side's members say, or nothing where they said nothing in time (I-13). */
  readonly statements: readonly { readonly side: string; readonly statement: readonly Text[] }[];
}

export interface DossierLine {
  /** Code of the party that asked for it; lines of the first days do not say: it is the complainant. */
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

/** What the public docket says of one case: a function of its entries, whatever their order after the first. */
export interface DocketLine {
  readonly caseId: string;
  readonly docketNumber: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly registeredAt: Instant;
  /** Version of the rules that the case is under; lines of the first days do not say. */
  readonly ruleSet?: string;
  /** When both parties last took a later one. */
  readonly rulesAdoptedAt?: Instant;
  readonly subject: readonly Text[];
  readonly publicSummary: readonly Text[];
  /** Stages of the screening that were reached. */
  readonly reached: readonly string[];
  readonly reply: { readonly kind: 'received' | 'lapsed'; readonly position: string; readonly at: Instant } | null;
  readonly calls: Readonly<Record<string, CallLine>>;
  readonly deadlines: DocketDeadlines;
  readonly panelConvenedAt: Instant | null;
  readonly findings: readonly FindingLine[];
  readonly outcomes: readonly OutcomeLine[];
  /** When an end was set aside because of what had come before it: the instant of that (I-19). */
  readonly lapseSetAsideAt: Instant | null;
  /** When both parties last reopened the screening (I-26); lines of the first days do not say. */
  readonly reopenedAt?: Instant;
  /** When the grievance was last amended: subject and summary are those of then. */
  readonly amendedAt?: Instant;
  /** When the complainant gave its exit notice. */
  readonly exitNoticeAt: Instant | null;
  /** When the respondent did, where the case holds claims of its own; lines of the first days do not say. */
  readonly respondentExitNoticeAt?: Instant;
  readonly dossiers: readonly DossierLine[];
  /** What happened at the forum, by the symbol of its document; lines of the first days do not say. */
  readonly forumDocuments?: Readonly<Record<string, ForumDocumentLine>>;
  /** Serial of the entry that registered the case. */
  readonly firstSerial: number;
  readonly lastSerial: number;
}

/**
 * How the screening stands ended, or nothing while it goes on. An end that was set aside is no outcome, nor what was
 * reopened since; what ends at the instant of the reopening was overdue when it came, such as decided findings.
 */
export const outcomeOf = ({ outcomes, lapseSetAsideAt, reopenedAt }: DocketLine): OutcomeLine | null =>
  outcomes
    .filter(
      ({ at }) =>
        lapseSetAsideAt === null || at <= lapseSetAsideAt || (reopenedAt ?? lapseSetAsideAt) > lapseSetAsideAt,
    )
    .filter(({ at }) => reopenedAt === undefined || at >= reopenedAt)
    .toSorted((a, b) => (a.at < b.at || (a.at === b.at && weightOf(a) < weightOf(b)) ? -1 : 1))
    .at(-1) ?? null;

/** Of what came at one instant findings count before what the parties did, and that before a lapse. */
const weightOf = ({ outcome }: OutcomeLine): number =>
  ['lapsed', 'withdrawn', 'settled', 'findings-issued'].indexOf(outcome);

const SCREENING = ['S4', 'S5', 'S6', 'S7', 'S8', 'S9'];

/** The furthest stage of the screening; `S11` when it has ended. */
export const stageOf = (line: DocketLine): string =>
  outcomeOf(line) === null ? (SCREENING.findLast((stage) => line.reached.includes(stage)) ?? 'S3') : 'S11';

export interface CallCount {
  readonly offered: number;
  readonly answered: number;
  readonly unanswered: number;
}

/** How many calls were offered, answered and not answered. */
export function callCountOf({ calls }: DocketLine): CallCount {
  const ledger = Object.values(calls);
  const of = (status: CallLine['status']): number => ledger.filter((call) => call.status === status).length;
  return { offered: ledger.length, answered: of('answered'), unanswered: of('unanswered') };
}

/** Where a reader goes on at the forum, in the order of communication. */
export const forumDocumentsOf = ({ forumDocuments = {} }: DocketLine): readonly ForumDocumentLine[] =>
  Object.values(forumDocuments).toSorted((a, b) =>
    a.communicatedOn < b.communicatedOn || (a.communicatedOn === b.communicatedOn && a.symbol < b.symbol) ? -1 : 1,
  );
