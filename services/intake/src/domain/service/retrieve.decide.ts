import { accept, refuse, type Decision, type PartyCode } from '@parley/kernel';
import type { ExpireServiceDeadline, RetrieveNotice } from './service-commands';
import type { NoticeRetrieved, NoticesNotRetrieved } from './service-events';
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
  const due = state.running[found.retrieval];
  if (due && receivedAt >= due.dueAt) return refuse(serviceRefusals.retrievalPending);
  return accept({
    type: 'NoticeRetrieved',
    occurredAt: receivedAt,
    rule: 'I-58',
    tier: 'PARTIES',
    data: {
      noticeId,
      party,
      by,
      digest: found.digest,
      opens: [],
      closes: due && isLast(noticeId, party, found.retrieval, state) ? [due.id] : [],
    },
  });
}

/**
 * 5 joint business days, and somebody has not taken what was served: one fact of record for all that is due at the same
 * instant, by itself; it stops no clock (I-58). A deadline that no longer runs changes nothing (I-18).
 */
export function retrievalByDefault(
  { deadlineId }: ExpireServiceDeadline,
  state: ServiceState,
): Decision<NoticesNotRetrieved> {
  const dueAt = state.running[deadlineId]?.dueAt;
  if (dueAt === undefined) return accept();
  const closes = Object.values(state.running).flatMap((other) => (other.dueAt === dueAt ? [other.id] : []));
  const waiting = Object.entries(state.notices).flatMap(([noticeId, found]) =>
    closes.includes(found.retrieval) ? notRetrievedBy(found).map((party) => ({ noticeId, party })) : [],
  );
  const parties = [...new Set(waiting.map(({ party }) => party))].toSorted();
  const by = parties.map((party) => ({
    party,
    notices: waiting.flatMap((each) => (each.party === party ? [each.noticeId] : [])),
  }));
  return accept({
    type: 'NoticesNotRetrieved',
    occurredAt: dueAt,
    rule: 'I-58',
    tier: 'PARTIES',
    data: { by, opens: [], closes },
  });
}

/** Whether nobody waits in a clock for anything but this notice to this party. */
const isLast = (noticeId: string, party: PartyCode, clock: string, { notices }: ServiceState): boolean =>
  Object.entries(notices).every(
    ([id, found]) =>
      found.retrieval !== clock || notRetrievedBy(found).every((other) => id === noticeId && other === party),
  );

const notRetrievedBy = (found: NoticeInService): readonly PartyCode[] =>
  recipientsOf(found).filter((party) => found.services[party]?.retrievedAt === null);
