import type { PartyCode, Tier } from '@parley/kernel';

/**
 * To whom a party speaks: to everybody in the case; to the other party and the registry, but not the panel; to the
 * registry alone.
 */
export const ADDRESSINGS = ['everybody', 'other-party', 'registry'] as const;
export type Addressing = (typeof ADDRESSINGS)[number];

/** A reply answers the other party, so it is addressed to it at least. */
export const REPLY_ADDRESSINGS = ['everybody', 'other-party'] as const satisfies readonly Addressing[];
export type ReplyAddressing = (typeof REPLY_ADDRESSINGS)[number];

/** The readers that an addressing names; to the registry alone is for it and the party that files. */
const TIERS: Readonly<Record<Addressing, Tier>> = { everybody: 'PANEL', 'other-party': 'PARTIES', registry: 'FILER' };

export const tierOf = (addressing: Addressing): Tier => TIERS[addressing];

const NAMES: Readonly<Record<Addressing, string>> = {
  everybody: 'letter',
  'other-party': 'party-letter',
  registry: 'registry-letter',
};

/** How the ids of a side's letters to the same addressees begin; what follows is a number among these alone. */
export const beginningOfIds = (addressing: Addressing, party: PartyCode): string => `${NAMES[addressing]}:${party}:`;
