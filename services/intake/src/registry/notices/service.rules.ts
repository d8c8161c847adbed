import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import { runningAfter, type RunningDeadline } from '@parley/procedure';
import type { NamedNotice } from './notices.rules';

interface MovesServiceClocks {
  readonly opens: readonly RunningDeadline[];
  readonly closes: readonly string[];
}

/** A notice as an event names it, with the digest of what was served. */
type NoticeInEvent = NamedNotice & { readonly digest: Sha256 };

/**
 * The notices of everything that was recorded at one instant, to all their recipients in one event and so at one
 * recorded instant (I-06). Recording the event puts them in the inbox of each recipient (I-58).
 */
export type NoticesServed = DomainEvent<
  'NoticesServed',
  MovesServiceClocks & {
    readonly notices: readonly NoticeInEvent[];
    readonly to: readonly PartyCode[];
    readonly ruleSetVersion: string;
    /** When they came to stand in the inboxes. They were sent when the events that they tell of were recorded. */
    readonly deliveredAt: Instant;
    /** The end of the 24 hours, if they were not in the inboxes by then; otherwise `null` (I-58). */
    readonly notDeliveredAt: Instant | null;
    /** Id of the clock for their retrieval. It may run already, for another notice of the same day. */
    readonly retrieval: string;
  }
>;

/** The same notice once more. No clock starts again: it runs from the first valid service (I-59). */
export type NoticeServedAgain = DomainEvent<
  'NoticeServedAgain',
  MovesServiceClocks & {
    readonly noticeId: string;
    readonly to: readonly PartyCode[];
    readonly by: PersonId;
    readonly reason: readonly Text[];
  }
>;

export type NoticeRetrieved = DomainEvent<
  'NoticeRetrieved',
  MovesServiceClocks & {
    readonly noticeId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/** The notices that one side did not retrieve in time. */
export interface NotRetrieved {
  readonly party: PartyCode;
  /** Ids of the notices, in the order in which they were served. */
  readonly notices: readonly string[];
}

/**
 * The system records this 5 joint business days after delivery, once for all times that end at one instant. It stops no
 * clock (I-58).
 */
export type NoticesNotRetrieved = DomainEvent<
  'NoticesNotRetrieved',
  MovesServiceClocks & { readonly by: readonly NotRetrieved[] }
>;

/** Times of service that ended in an outage end later (I-61). */
export type ServiceTimesMoved = DomainEvent<
  'ServiceTimesMoved',
  MovesServiceClocks & { readonly from: Instant; readonly to: Instant }
>;

/** Times of service are counted anew on an announced calendar (I-21). */
export type ServiceTimesRecounted = DomainEvent<
  'ServiceTimesRecounted',
  MovesServiceClocks & { readonly version: string }
>;

export type ServiceEvent =
  ServiceTimesMoved | ServiceTimesRecounted | NoticesServed | NoticeServedAgain | NoticeRetrieved | NoticesNotRetrieved;

/**
 * The service of one notice on one party. Each step has its instant, and the absence of a step is a fact of its own
 * (I-58).
 */
export interface Service {
  readonly sentAt: Instant;
  readonly deliveredAt: Instant;
  readonly retrievedAt: Instant | null;
  readonly retrievedBy: PersonId | null;
  readonly notDeliveredAt: Instant | null;
  readonly notRetrievedAt: Instant | null;
  /** When it was served again; this moved nothing (I-59). */
  readonly againAt: readonly Instant[];
}

/** @template Told the notice as it stands on record, or whole */
export interface NoticeInService<Told extends NamedNotice = NamedNotice> {
  readonly notice: Told;
  readonly digest: Sha256;
  /** Id of the clock for its retrieval. */
  readonly retrieval: string;
  /** By party. */
  readonly services: Readonly<Record<PartyCode, Service>>;
}

/** The register of service of one case. */
export interface ServiceState<Told extends NamedNotice = NamedNotice> {
  /** `null` before the first notice. */
  readonly ruleSetVersion: string | null;
  readonly notices: Readonly<Record<string, NoticeInService<Told>>>;
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export const nothingServed: ServiceState = { ruleSetVersion: null, notices: {}, running: {} };

/** Parties on whom a notice was served, in the order of their codes. */
export const recipientsOf = ({ services }: NoticeInService): readonly PartyCode[] =>
  (Object.keys(services) as PartyCode[]).toSorted();

/** The register after an event. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolveService(state: ServiceState, event: ServiceEvent): ServiceState {
  const moved = { ...state, running: runningAfter(state.running, event.data) };
  switch (event.type) {
    case 'NoticesServed': {
      const { notices, to, ruleSetVersion, deliveredAt, notDeliveredAt, retrieval } = event.data;
      const services = Object.fromEntries(
        to.map((party) => [party, { ...unretrieved, sentAt: event.occurredAt, deliveredAt, notDeliveredAt }]),
      ) as NoticeInService['services'];
      const served = notices.map(({ digest, ...notice }) => [
        notice.noticeId,
        { notice, digest, retrieval, services },
      ]) satisfies [string, NoticeInService][];
      return { ...moved, ruleSetVersion, notices: { ...state.notices, ...Object.fromEntries(served) } };
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

/** Whether an event serves a notice, or says what became of that. */
export function tellsOf({ type, data }: ServiceEvent, noticeId: string): boolean {
  if (type === 'NoticesServed') return data.notices.some((notice) => notice.noticeId === noticeId);
  if (type === 'NoticesNotRetrieved') return data.by.some(({ notices }) => notices.includes(noticeId));
  return 'noticeId' in data && data.noticeId === noticeId;
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
