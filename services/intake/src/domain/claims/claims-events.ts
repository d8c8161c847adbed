import type { DomainEvent, PersonId } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

/** The complainant gave up some claims. Their ids are used no more; the others live on (I-30). */
export type ClaimsWithdrawn = DomainEvent<
  'ClaimsWithdrawn',
  MovesClocks & { readonly by: PersonId; readonly claims: readonly string[]; readonly remaining: readonly string[] }
>;
