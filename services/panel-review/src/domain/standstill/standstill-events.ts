import type { DomainEvent, Instant } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/** Both parties suspended the screening: no act is taken and no clock of the panel runs until it goes on. */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;

/** The screening goes on; what was left of each clock is left of it. */
export type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks & { readonly longStop: Instant }>;

/** Both parties reopened a screening that had ended (I-26): the panel goes on where it stood. */
export type ReopeningNoted = DomainEvent<'ReopeningNoted', MovesClocks & { readonly longStop: Instant }>;

export type StandstillEvent = SuspensionNoted | ResumptionNoted | ReopeningNoted;
