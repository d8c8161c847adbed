import type { RefusalReason, Side } from '@parley/kernel';

/** A seated member of a panel as parity looks at it: which side nominated it, or from whose roster it was drawn. */
export interface SeatedMember {
  readonly member: string;
  readonly nominatedBy: Side;
}

export const parityRefusals = {
  unequal: {
    code: 'panel-without-parity',
    rule: 'I-01',
    en: 'A panel needs equal numbers of members of each side, at least one each.',
    'zh-Hans': '专家组须由双方人数相等的成员组成，每方至少一名。',
  },
  coChairs: {
    code: 'panel-without-co-chairs',
    rule: 'I-03',
    en: 'A panel needs two co-chairs from among its members, one nominated by each side.',
    'zh-Hans': '专家组须有两名由成员担任的共同主席，每方提名一名。',
  },
} as const satisfies Record<string, RefusalReason>;

const countOf = (seated: readonly SeatedMember[], side: Side): number =>
  seated.filter((seat) => seat.nominatedBy === side).length;

/**
 * I-01 and I-02: equal numbers nominated by each side, at least one each, and nobody seated twice. A panel for which
 * this is false may neither convene nor vote.
 */
export function hasParity(seated: readonly SeatedMember[]): boolean {
  const [complainant, respondent] = [countOf(seated, 'complainant'), countOf(seated, 'respondent')];
  const distinct = new Set(seated.map((seat) => seat.member)).size === seated.length;
  return distinct && complainant >= 1 && complainant === respondent;
}

/** I-03: exactly two co-chairs, both seated, one nominated by each side. */
export function hasCoChairs(seated: readonly SeatedMember[], coChairs: readonly string[]): boolean {
  const chairs = seated.filter((seat) => coChairs.includes(seat.member));
  return (
    coChairs.length === 2 &&
    chairs.length === 2 &&
    countOf(chairs, 'complainant') === 1 &&
    countOf(chairs, 'respondent') === 1
  );
}

/** Why a panel may not be convened; `undefined` when it may. */
export function panelFault(seated: readonly SeatedMember[], coChairs: readonly string[]): RefusalReason | undefined {
  if (!hasParity(seated)) return parityRefusals.unequal;
  return hasCoChairs(seated, coChairs) ? undefined : parityRefusals.coChairs;
}
