import type { Instant, Sha256 } from '@parley/kernel';
import type { Act } from '../case-commands';

/** One co-head refuses urgency; with the other's signature over the same digest it is refused. */
export type RefuseUrgency = Act & { readonly type: 'RefuseUrgency'; readonly digest: Sha256 };
/** The panel did not confirm that the case is urgent; learned of from its public events. */
export type NoteUrgencyRefused = {
  readonly type: 'NoteUrgencyRefused';
  readonly at: Instant;
  readonly eventId: string;
};

export type UrgencyCommand = RefuseUrgency | NoteUrgencyRefused;
