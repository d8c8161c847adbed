import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ClaimAtIssue } from '../findings/finding';

/** What the panel must decide on, learned from the grievance that was served. */
export type ClaimsNoted = DomainEvent<'ClaimsNoted', MovesClocks & { readonly claims: readonly ClaimAtIssue[] }>;

/**
 * A version of an exhibit stands on the record that the panel and both parties read, so a finding may rest on it
 * (I-65).
 */
export type ExhibitNoted = DomainEvent<'ExhibitNoted', MovesClocks & { readonly exhibit: string }>;

export type ConsultationsEndNoted = DomainEvent<'ConsultationsEndNoted', MovesClocks>;

/** The screening has an outcome: what comes after it is refused, and no clock runs any more. */
export type ScreeningEndNoted = DomainEvent<'ScreeningEndNoted', MovesClocks & { readonly outcome: string }>;

/** The lapse was set aside by an act that had come in time (I-19): the clocks run again where they stood. */
export type LapseSetAsideNoted = DomainEvent<'LapseSetAsideNoted', MovesClocks & { readonly becauseOf: string }>;

export type NotedEvent = ClaimsNoted | ExhibitNoted | ConsultationsEndNoted | ScreeningEndNoted | LapseSetAsideNoted;
