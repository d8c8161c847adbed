import type { DomainEvent, PartyCode, PersonId } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

/** A party gave up some of its claims. Their ids are used no more; the others live on (I-30). */
export type ClaimsWithdrawn = DomainEvent<
  'ClaimsWithdrawn',
  MovesClocks & {
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly claims: readonly string[];
    readonly remaining: readonly string[];
  }
>;

/**
 * The screening had ended before these claims were given up, which is learned of only now: they were in it to its end
 * (I-19).
 */
export type ClaimsWithdrawalSetAside = DomainEvent<
  'ClaimsWithdrawalSetAside',
  MovesClocks & { readonly claims: readonly string[]; readonly standing: readonly string[]; readonly becauseOf: string }
>;

export type ClaimsEvent = ClaimsWithdrawn | ClaimsWithdrawalSetAside;
