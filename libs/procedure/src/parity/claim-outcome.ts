import type { SeatedMember } from './panel-parity';

/** The panel's finding on a claim. It never says that a party has violated an agreement (I-52). */
export type ClaimOutcome = 'substantiated' | 'not-substantiated' | 'not-agreed';

/** One member's vote on one claim. A member who casts none counts as seated all the same. */
export interface Vote {
  readonly member: string;
  readonly on: 'substantiated' | 'not-substantiated' | 'abstain';
}

/** A majority of all seated members that includes at least one of each side. */
function carried(votes: readonly Vote[], seated: readonly SeatedMember[], on: Vote['on']): boolean {
  const voters = seated.filter((seat) => votes.some((vote) => vote.member === seat.member && vote.on === on));
  const sides = new Set(voters.map((seat) => seat.nominatedBy));
  return voters.length * 2 > seated.length && sides.size === 2;
}

/**
 * I-12: "substantiated" and "not substantiated" need a majority of the seated members with at least one of each side;
 * anything else is "not agreed". Votes of anybody who is not seated count for nothing; a member whose votes contradict
 * each other has cast none.
 */
export function outcomeOf(votes: readonly Vote[], seated: readonly SeatedMember[]): ClaimOutcome {
  const clear = votes.filter((vote) => votes.every((other) => other.member !== vote.member || other.on === vote.on));
  if (carried(clear, seated, 'substantiated')) return 'substantiated';
  return carried(clear, seated, 'not-substantiated') ? 'not-substantiated' : 'not-agreed';
}
