import type { Caller, PersonCaller } from '@parley/access';
import type { Instant, PartyCode } from '@parley/kernel';
import type { ReceivedAct } from '../acts/received-act';
import type { SecurityEventsShown } from '../security/security-events.response';
import type { DismissalRequest, RebuildRequest, ReplayRequest } from './operations.request';
import type {
  DismissedMessageShown,
  DismissedMessagesShown,
  OperationsShown,
  RebuiltShown,
  ReplayedShown,
} from './operations.response';

/** The headers in which an operator's request goes on to another process. */
export interface OperatorsToken {
  /** The value of `Authorization`, as it came. */
  readonly authorization: string | undefined;
  /** The value of `Idempotency-Key`, where it is an act. */
  readonly idempotencyKey?: string | undefined;
}

export interface SecurityEventsOf {
  /** In UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly party: PartyCode;
}

/** Work that an operator orders, with who does and when. */
export interface OrderedWork extends OperatorsToken {
  readonly caller: PersonCaller;
  readonly receivedAt: Instant;
}

/** What an operator can see and do, whether the services are in this process or behind it. */
export interface Operations {
  read(operator: OperatorsToken): Promise<OperationsShown>;
  /** The order is on record before it is done. @throws ProblemError 404 when there is no such service or consumer */
  replay(request: ReplayRequest, order: OrderedWork): Promise<ReplayedShown>;
  /** The dismissed messages, as far as the caller may know of them. */
  dismissed(caller: Caller, token: OperatorsToken): Promise<DismissedMessagesShown>;
  /** @throws ProblemError 404 when there is no such service, or nothing like it is parked there; 409, 422 */
  dismiss(request: DismissalRequest, act: ReceivedAct, operator: OperatorsToken): Promise<DismissedMessageShown>;
  /** The security events of a day of which a side's auditors may know. */
  securityEvents(asked: SecurityEventsOf, token: OperatorsToken): Promise<SecurityEventsShown>;
  /** The order is on record before it is done. @throws ProblemError 404 when there is no such service or read model */
  rebuild(request: RebuildRequest, order: OrderedWork): Promise<RebuiltShown>;
}

/** The `Operations` of the process. */
export const OPERATIONS = Symbol('parley.operations');
