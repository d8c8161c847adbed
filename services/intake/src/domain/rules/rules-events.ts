import type { Bilingual, DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

/**
 * The case goes on under another version of the rules, by both parties' signatures. No clock that runs is touched by it
 * (I-20, I-21).
 */
export type RulesAdopted = DomainEvent<
  'RulesAdopted',
  MovesClocks & { readonly from: string; readonly to: string; readonly reason: Bilingual; readonly proposalId: string }
>;
