import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/** Clocks that the panel starts from now on are of another version of the rules, by both parties' signatures. */
export type RulesNoted = DomainEvent<'RulesNoted', MovesClocks & { readonly to: string }>;
