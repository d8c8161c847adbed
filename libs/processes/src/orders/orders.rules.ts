import { accept, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** An operator orders work that changes nothing on record. It is on record who did, before it is done. */
export type OperatorsOrder =
  | {
      readonly type: 'OrderReplay';
      readonly consumer: string;
      /** Only the messages of this key; `null` for all of the consumer. */
      readonly key: string | null;
      readonly at: Instant;
    }
  | { readonly type: 'OrderRebuild'; readonly projection: string; readonly at: Instant };

export type ReplayOrdered = DomainEvent<'ReplayOrdered', { readonly consumer: string; readonly key: string | null }>;
export type RebuildOrdered = DomainEvent<'RebuildOrdered', { readonly projection: string }>;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'I-17', tier: 'PARTIES' }) as const;

export const orderDecider: Decider<OperatorsOrder, null, ReplayOrdered | RebuildOrdered> = {
  initial: null,
  decide(order) {
    switch (order.type) {
      case 'OrderReplay':
        return accept({
          ...about(order.at),
          type: 'ReplayOrdered',
          data: { consumer: order.consumer, key: order.key },
        });
      case 'OrderRebuild':
        return accept({ ...about(order.at), type: 'RebuildOrdered', data: { projection: order.projection } });
    }
  },
  evolve: (state) => state,
};
