import type { ActLedger } from '../load/act-ledger';
import { checkActs, checkFailed, checkReceipts } from './acts.check';
import { checkDeadlines } from './deadlines.check';
import type { Finding } from './finding';
import { checkNotices } from './notices.check';
import { checkNumbers } from './numbers.check';
import type { Observation } from './observe';
import { checkOnce } from './once.check';
import { checkOperations } from './operations.check';
import { checkOrder } from './order.check';
import { checkTold } from './told.check';

/** Compares the acknowledged acts with what is shown, and what is shown with itself. */
export function check(
  { acknowledged, failed }: Pick<ActLedger, 'acknowledged' | 'failed'>,
  { records, cases, publicLog, operations, messages, now }: Observation,
): readonly Finding[] {
  return [
    ...checkFailed(failed),
    ...checkActs(acknowledged, records),
    ...checkReceipts(acknowledged, records),
    ...checkOnce(records),
    ...checkOrder(records),
    ...checkNotices(records),
    ...checkDeadlines(records, now),
    ...checkTold(records, messages),
    ...checkNumbers(publicLog, cases),
    ...checkOperations(operations),
  ];
}
