import { hasRole, type PersonCaller } from '@parley/access';
import { DELEGATED_ROLES, type Delegations } from '@parley/auth';
import { OwnRepository } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { Receiver } from './receivers.table';
import type { Receivers, Side, WebhookCommand, Why } from './webhooks.rules';

/** The receivers of each side, as they stand in the record. */
export class ReceiversOnRecord extends OwnRepository<Side, WebhookCommand, Receivers> {
  /** Ids of those of a side that are open. */
  async openOf(side: Side): Promise<ReadonlySet<string>> {
    const { state } = await this.read(side);
    return new Set(state.flatMap((each) => (each.isOpen ? [each.receiverId] : [])));
  }
}

/** As whom a receiver reads, and for how long. */
export class ReceiverReading {
  constructor(
    private readonly onRecord: ReceiversOnRecord,
    private readonly delegations: Delegations,
    private readonly clock: Clock,
  ) {}

  /** Its officer, in the one role for which it was opened. */
  callerOf({ personId, side, role }: Receiver): PersonCaller {
    return { kind: 'person', personId, party: side === 'neither' ? null : side, roles: [role] };
  }

  /** Whether it is open on the record. */
  async isOpen({ side, receiverId }: Receiver): Promise<boolean> {
    return (await this.onRecord.openOf(side)).has(receiverId);
  }

  /** Why nothing may be told any more; `undefined` as long as its officer speaks for it. */
  async whyNot(receiver: Receiver): Promise<Why | undefined> {
    const [caller, now] = [this.callerOf(receiver), this.clock.now()];
    if (now >= receiver.validUntil) return 'not-renewed';
    const { party, personId } = caller;
    const role = DELEGATED_ROLES.find((each) => hasRole(caller, each));
    if (role === undefined || party === null) return undefined;
    const { kind } = await this.delegations.standing({ party, personId, role }, now);
    return kind === 'not-in-force' ? 'delegation-ended' : undefined;
  }
}
