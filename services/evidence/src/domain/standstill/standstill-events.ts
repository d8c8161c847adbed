import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/**
 * Both parties suspended the screening: its clocks stand still, those of evidence among them; one that starts meanwhile
 * does so at once (S11).
 */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;

/** The screening goes on, and each clock with what was left of it. */
export type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks>;

export type StandstillEvent = SuspensionNoted | ResumptionNoted;
