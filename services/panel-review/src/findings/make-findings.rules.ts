import type { PersonId, Side, Text } from '@parley/kernel';
import {
  disposalOf,
  isMajorityOfBothSides,
  outcomeOf,
  type ClaimOutcome,
  type ObjectionOutcome,
  type Vote,
} from '@parley/procedure';
import type { ObjectionAtIssue } from '../claims/objections.rules';
import type { ClosedDeliberation } from '../deliberation/deliberation.rules';

/** A claim as far as findings need it. */
export interface ClaimAtIssue {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  /** Empty where the agreement as a whole is invoked. */
  readonly provision: string;
  /** Of a claim of the respondent, in a case that holds claims of both. */
  readonly claimant?: 'respondent';
}

/** A text of the panel together with the exhibits that it rests on (I-65). */
export interface ReasonedText {
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
}

/** A vote whose member chose to have it shown with the findings (I-14). */
export interface AttributedVote {
  readonly claimId: string;
  readonly member: PersonId;
  readonly on: Vote['on'];
}

/** What the panel says of one claim. It never says that a party has violated an agreement (I-52). */
export interface Finding {
  readonly claimId: string;
  readonly outcome: ClaimOutcome;
  /**
   * The reasons that the majority of the claim adopted; they do not say who wrote them. `null` notes that none were
   * adopted in time (I-73), and stands with every outcome that has no majority.
   */
  readonly reasons: ReasonedText | null;
  /**
   * Each side's separate statement on a claim that is not agreed, `null` when none was given in time (I-13). `null` as
   * a whole for any other claim.
   */
  readonly statements: Readonly<Record<Side, ReasonedText | null>> | null;
}

/** Where a text of the findings stands: the reasons on its claim, or the separate statement of a side. */
export type Part = 'reasons' | Side;
export const PARTS: readonly Part[] = ['reasons', 'complainant', 'respondent'];

/** A text of a finding; `null` where there is none. */
export const textAt = ({ reasons, statements }: Finding, part: Part): ReasonedText | null =>
  part === 'reasons' ? reasons : (statements?.[part] ?? null);

/** How an objection of the reply was disposed of (I-73). */
export interface Disposal {
  readonly objectionId: string;
  readonly kind: string;
  /** The claims against which it was raised and that stood when the deliberation closed. */
  readonly claimIds: readonly string[];
  readonly outcome: ObjectionOutcome;
}

/** What a closed deliberation says of each objection. One that is not decided is not agreed (I-12). */
export const disposalsOf = (
  objections: readonly ObjectionAtIssue[],
  claims: readonly ClaimAtIssue[],
  { objectionVotes, seated, seats }: ClosedDeliberation,
): readonly Disposal[] =>
  objections.map(({ id, kind, claimIds }) => ({
    objectionId: id,
    kind,
    claimIds: claims
      .filter((claim) => (claimIds.length === 0 ? claim.claimant !== 'respondent' : claimIds.includes(claim.id)))
      .map((claim) => claim.id),
    outcome: disposalOf(
      objectionVotes.filter(({ objectionId }) => objectionId === id),
      seated,
      seats,
    ),
  }));

/**
 * What a closed deliberation says of each claim. One that is not decided is not agreed (I-12), and one to which an
 * objection was sustained is not screened (S4).
 */
export function findingsOf(
  claims: readonly ClaimAtIssue[],
  disposals: readonly Disposal[],
  deliberation: ClosedDeliberation,
): readonly Finding[] {
  const sustained = disposals.filter(({ outcome }) => outcome === 'sustained').flatMap(({ claimIds }) => claimIds);
  return claims.map(({ id: claimId }) =>
    sustained.includes(claimId)
      ? { claimId, outcome: 'not-screened', reasons: null, statements: null }
      : findingOf(claimId, deliberation),
  );
}

/** Votes of seated members who chose to have them shown, once the findings are issued (I-14). */
export const attributedVotesOf = ({ votes, seated }: ClosedDeliberation): readonly AttributedVote[] =>
  votes
    .filter(({ member, attributed }) => attributed && seated.some((seat) => seat.member === member))
    .map(({ claimId, member, on }) => ({ claimId, member, on }));

function findingOf(claimId: string, deliberation: ClosedDeliberation): Finding {
  const votes = deliberation.votes.filter((vote) => vote.claimId === claimId);
  const outcome = outcomeOf(votes, deliberation.seated, deliberation.seats);
  const statementOf = (side: Side): ReasonedText | null =>
    textOf(deliberation.statements.find((statement) => statement.claimId === claimId && statement.side === side));
  return outcome === 'not-agreed'
    ? {
        claimId,
        outcome,
        reasons: null,
        statements: { complainant: statementOf('complainant'), respondent: statementOf('respondent') },
      }
    : { claimId, outcome, reasons: adoptedReasons(claimId, outcome, deliberation), statements: null };
}

/** The reasons that a majority with one of each side adopted, counting only those who voted for the outcome (I-73). */
function adoptedReasons(
  claimId: string,
  outcome: ClaimOutcome,
  { votes, reasons, seated, seats }: ClosedDeliberation,
): ReasonedText | null {
  const voters = votes.filter((vote) => vote.claimId === claimId && vote.on === outcome).map(({ member }) => member);
  const adopted = reasons.find(
    (each) =>
      each.claimId === claimId &&
      each.supports === outcome &&
      isMajorityOfBothSides(
        each.adoptedBy.filter((member) => voters.includes(member)),
        seated,
        seats,
      ),
  );
  return textOf(adopted);
}

const textOf = (said: ReasonedText | undefined): ReasonedText | null =>
  said ? { text: said.text, exhibits: said.exhibits } : null;
