import { OwnRepository, type Recording } from '@parley/event-store';
import { orderDecider, type OperatorsOrder } from './orders.rules';

/** The orders of operators to a service, each an event. They belong to no case. */
export class Orders extends OwnRepository<'service', OperatorsOrder, null> {
  /** @param context the service's */
  constructor(recording: Recording, context: string) {
    super(recording, `${context}.orders`, orderDecider);
  }
}
