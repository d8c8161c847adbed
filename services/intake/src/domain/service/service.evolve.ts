import type { PartyCode } from '@parley/kernel';
import { runningAfter } from '@parley/procedure';
import type { ServiceEvent } from './service-events';
import type { NoticeInService, Service, ServiceState } from './service-state';

/** What an event means for the register. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolveService(state: ServiceState, event: ServiceEvent): ServiceState {
  const moved = { ...state, running: runningAfter(state.running, event.data) };
  switch (event.type) {
    case 'NoticeServed': {
      const { notice, digest, to, ruleSetVersion, deliveredAt, notDeliveredAt, retrieval } = event.data;
      const services = Object.fromEntries(
        to.map((party) => [party, { ...unretrieved, sentAt: event.occurredAt, deliveredAt, notDeliveredAt }]),
      ) as NoticeInService['services'];
      return {
        ...moved,
        ruleSetVersion,
        notices: { ...state.notices, [notice.noticeId]: { notice, digest, retrieval, services } },
      };
    }
    case 'ServiceTimesMoved':
    case 'ServiceTimesRecounted':
      return moved;
    case 'NoticeServedAgain':
      return onService(moved, event.data.noticeId, event.data.to, (service) => ({
        ...service,
        againAt: [...service.againAt, event.occurredAt],
      }));
    case 'NoticeRetrieved': {
      const { noticeId, party, by } = event.data;
      return onService(moved, noticeId, [party], (service) => ({
        ...service,
        retrievedAt: event.occurredAt,
        retrievedBy: by,
      }));
    }
    case 'NoticesNotRetrieved':
      return event.data.by.reduce(
        (state, { party, notices }) =>
          notices.reduce(
            (each, noticeId) =>
              onService(each, noticeId, [party], (service) => ({ ...service, notRetrievedAt: event.occurredAt })),
            state,
          ),
        moved,
      );
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: ServiceState): ServiceState => state;

const unretrieved: Omit<Service, 'sentAt' | 'deliveredAt' | 'notDeliveredAt'> = {
  retrievedAt: null,
  retrievedBy: null,
  notRetrievedAt: null,
  againAt: [],
};

function onService(
  state: ServiceState,
  noticeId: string,
  parties: readonly PartyCode[],
  change: (service: Service) => Service,
): ServiceState {
  const found = state.notices[noticeId];
  if (!found) return state;
  const changed = parties.flatMap((party) => {
    const service = found.services[party];
    return service ? [[party, change(service)] as const] : [];
  });
  return {
    ...state,
    notices: {
      ...state.notices,
      [noticeId]: { ...found, services: { ...found.services, ...Object.fromEntries(changed) } },
    },
  };
}
