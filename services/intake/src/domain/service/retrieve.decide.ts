import { accept, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import { retrievalClockId } from './serve.decide';
import type { RetrieveNotice } from './service-commands';
import type { NoticeNotRetrieved, NoticeRetrieved } from './service-events';
import { serviceRefusals } from './service-refusals';
import { recipientsOf, type NoticeInService, type ServiceState } from './service-state';

/**
 * An officer of a desk takes a notice. It can be taken at any time, also after “not retrieved” is on record: that
 * stands, and no clock depends on either. At the very end of the time the record of that comes first.
 */
export function retrieveNotice(
  { noticeId, by, party, receivedAt }: RetrieveNotice,
  state: ServiceState,
): Decision<NoticeRetrieved> {
  const found = state.notices[noticeId];
  const service = party === null ? undefined : found?.services[party];
  if (!found || party === null || !service) return refuse(serviceRefusals.unknownNotice);
  if (service.retrievedAt !== null) return refuse(serviceRefusals.alreadyRetrieved);
  const due = state.running[retrievalClockId(noticeId)];
  if (due && receivedAt >= due.dueAt) return refuse(serviceRefusals.retrievalPending);
  const isLast = notRetrievedBy(found).every((other) => other === party);
  return accept({
    type: 'NoticeRetrieved',
    occurredAt: receivedAt,
    rule: 'I-58',
    tier: 'PARTIES',
    data: { noticeId, party, by, digest: found.digest, opens: [], closes: isLast ? [retrievalClockId(noticeId)] : [] },
  });
}

/** 5 joint business days, and somebody has not taken it: a fact of record, by itself; it stops no clock (I-58). */
export function retrievalByDefault(
  noticeId: string,
  expiry: Instant,
  state: ServiceState,
): Decision<NoticeNotRetrieved> {
  const found = state.notices[noticeId];
  const by = found ? notRetrievedBy(found) : [];
  if (by.length === 0) return accept();
  return accept({
    type: 'NoticeNotRetrieved',
    occurredAt: expiry,
    rule: 'I-58',
    tier: 'PARTIES',
    data: { noticeId, by, opens: [], closes: [retrievalClockId(noticeId)] },
  });
}

const notRetrievedBy = (found: NoticeInService): readonly PartyCode[] =>
  recipientsOf(found).filter((party) => found.services[party]?.retrievedAt === null);
