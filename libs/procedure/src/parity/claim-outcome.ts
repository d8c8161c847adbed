import type { Bilingual } from '@parley/kernel';
import type { SeatedMember } from './panel-parity';

/**
 * The panel's finding on a claim. It never says that a party has violated an agreement (I-52). A claim is not screened
 * where an objection to it was sustained (S4).
 */
export type ClaimOutcome = 'substantiated' | 'not-substantiated' | 'not-agreed' | 'not-screened';

/** What each outcome is called. */
export const OUTCOME_WORDS: Readonly<Record<ClaimOutcome, Bilingual>> = {
  substantiated: { en: 'substantiated', 'zh-Hans': '已获证实' },
  'not-substantiated': { en: 'not substantiated', 'zh-Hans': '未获证实' },
  'not-agreed': { en: 'not agreed', 'zh-Hans': '未达成一致' },
  'not-screened': { en: 'not screened', 'zh-Hans': '不予审查' },
};

/** How an objection of the reply is disposed of (S4). */
export type ObjectionOutcome = 'sustained' | 'not-sustained' | 'not-agreed';

/** One member's vote on one claim. A member who casts none counts as seated all the same. */
export interface Vote {
  readonly member: string;
  readonly on: 'substantiated' | 'not-substantiated' | 'abstain';
}

/** One member's vote on one objection of the reply. */
export interface ObjectionVote {
  readonly member: string;
  readonly on: 'sustained' | 'not-sustained' | 'abstain';
}

/**
 * True for a majority of all seats that includes a seated member of each side; others count for nothing. Who leaves
 * makes no majority: an empty seat counts as one that was not voted on.
 * @param seats all seats of the panel; those that are settled when left out
 */
export function isMajorityOfBothSides(
  members: readonly string[],
  seated: readonly SeatedMember[],
  seats: number = seated.length,
): boolean {
  const among = seated.filter(({ member }) => members.includes(member));
  return among.length * 2 > seats && new Set(among.map(({ nominatedBy }) => nominatedBy)).size === 2;
}

/**
 * I-12: "substantiated" and "not substantiated" need a majority of the seated members with at least one of each side;
 * anything else is "not agreed". Votes of anybody who is not seated count for nothing; a member whose votes contradict
 * each other has cast none.
 * @param seats all seats of the panel; those that are settled when left out
 */
export const outcomeOf = (votes: readonly Vote[], seated: readonly SeatedMember[], seats?: number) =>
  carriedOf(votes, seated, seats, ['substantiated', 'not-substantiated']);

/** How an objection is disposed of: by the majority of I-12, or not agreed. */
export const disposalOf = (
  votes: readonly ObjectionVote[],
  seated: readonly SeatedMember[],
  seats?: number,
): ObjectionOutcome => carriedOf(votes, seated, seats, ['sustained', 'not-sustained']);

function carriedOf<Answer extends string>(
  votes: readonly { readonly member: string; readonly on: Answer | 'abstain' }[],
  seated: readonly SeatedMember[],
  seats: number | undefined,
  answers: readonly Answer[],
): Answer | 'not-agreed' {
  const clear = votes.filter((vote) => votes.every((other) => other.member !== vote.member || other.on === vote.on));
  const votersFor = (answer: Answer) => clear.filter(({ on }) => on === answer).map(({ member }) => member);
  return answers.find((answer) => isMajorityOfBothSides(votersFor(answer), seated, seats)) ?? 'not-agreed';
}
