import type { Side } from '@parley/kernel';
import { outcomeOf } from '@parley/procedure';
import type { ClosedDeliberation } from '../deliberation/deliberation';
import type { AttributedVote, ClaimAtIssue, Finding, ReasonedText } from './finding';

/** What a closed deliberation says of each claim; what is not decided is not agreed (I-12). */
export function findingsOf(claims: readonly ClaimAtIssue[], deliberation: ClosedDeliberation): readonly Finding[] {
  return claims.map(({ id }) => findingOf(id, deliberation));
}

/** Votes of seated members who chose to have them shown, once the findings are issued (I-14). */
export const attributedVotesOf = ({ votes, seated }: ClosedDeliberation): readonly AttributedVote[] =>
  votes
    .filter(({ member, attributed }) => attributed && seated.some((seat) => seat.member === member))
    .map(({ claimId, member, on }) => ({ claimId, member, on }));

function findingOf(claimId: string, { votes, seated, reasons, statements }: ClosedDeliberation): Finding {
  const seats = seated.map(({ member }) => member);
  const cast = votes.filter((vote) => vote.claimId === claimId && seats.includes(vote.member));
  const outcome = outcomeOf(cast, seated);
  const statementOf = (side: Side): ReasonedText | null => {
    const found = statements.find((statement) => statement.claimId === claimId && statement.side === side);
    return found ? { text: found.text, exhibits: found.exhibits } : null;
  };
  return {
    claimId,
    outcome,
    reasons: reasons
      .filter((given) => given.claimId === claimId && given.supports === outcome && seats.includes(given.member))
      .toSorted((one, other) => seats.indexOf(one.member) - seats.indexOf(other.member))
      .map(({ text, exhibits }) => ({ text, exhibits })),
    statements:
      outcome === 'not-agreed'
        ? { complainant: statementOf('complainant'), respondent: statementOf('respondent') }
        : null,
  };
}
