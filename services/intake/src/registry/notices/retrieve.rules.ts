import { accept, refuse, refuseAll, type Decider, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import { currentRuleSet, type Clocks, type ClocksOf, type RunningDeadline } from '@parley/procedure';
import { noteServiceCalendar } from '../calendars/note-calendar.rules';
import { noteServiceOutage } from '../outages/note-outage.rules';
import {
  serviceRefusals,
  type ExpireServiceDeadline,
  type RetrieveNotice,
  type RetrieveNotices,
  type ServeNotices,
  type ServeNoticeAgain,
  type ServiceCommand,
} from './notices.rules';
import {
  evolveService,
  nothingServed,
  recipientsOf,
  type NoticeInService,
  type NoticeRetrieved,
  type NoticeServedAgain,
  type NoticesNotRetrieved,
  type NoticesServed,
  type ServiceEvent,
  type ServiceState,
} from './service.rules';

/**
 * An officer of a desk takes a notice. A notice can be taken at any time, even after “not retrieved” is on record. That
 * record stands, and no clock depends on either. At the very end of the time “not retrieved” comes first.
 */
export function retrieveNotice({ noticeId, by, party, receivedAt }: RetrieveNotice, state: ServiceState) {
  const found = state.notices[noticeId];
  const service = party === null ? undefined : found?.services[party];
  if (!found || party === null || !service) return refuse(serviceRefusals.unknownNotice);
  if (service.retrievedAt !== null) return refuse(serviceRefusals.alreadyRetrieved);
  const due = state.running[found.retrieval];
  if (due && receivedAt >= due.dueAt) return refuse(serviceRefusals.retrievalPending);
  return accept<NoticeRetrieved>({
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
 * An officer of a desk takes several notices, each as by itself. Where one of them cannot be taken none is, and each
 * that cannot is named.
 */
export function retrieveNotices({ noticeIds, ...act }: RetrieveNotices, state: ServiceState) {
  const taken: NoticeRetrieved[] = [];
  let now = state;
  const faults = noticeIds.flatMap((noticeId, at) => {
    const decision = retrieveNotice({ ...act, type: 'RetrieveNotice', noticeId }, now);
    if (decision.kind === 'refused') return [{ reason: decision.reason, path: `/notices/${String(at)}` }];
    taken.push(...decision.events);
    now = decision.events.reduce(evolveService, now);
    return [];
  });
  return refuseAll(faults) ?? accept<NoticeRetrieved>(...taken);
}

/**
 * Somebody has not taken what was served within 5 joint business days. The system records this as one fact for
 * everything that is due at the same instant. It stops no clock (I-58). A deadline that no longer runs changes nothing
 * (I-18).
 */
function retrievalByDefault({ deadlineId }: ExpireServiceDeadline, state: ServiceState): Decision<NoticesNotRetrieved> {
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

/** Whether a clock waits only for this notice to this party. */
const isLast = (noticeId: string, party: PartyCode, clock: string, { notices }: ServiceState): boolean =>
  Object.entries(notices).every(
    ([id, found]) =>
      found.retrieval !== clock || notRetrievedBy(found).every((other) => id === noticeId && other === party),
  );

const notRetrievedBy = (found: NoticeInService): readonly PartyCode[] =>
  recipientsOf(found).filter((party) => found.services[party]?.retrievedAt === null);

/** A notice that is served again more often than this is a nuisance and proves no more. */
export const MOST_SERVED_AGAIN = 20;

/**
 * Serves notices on all their recipients at one instant (I-06). A notice that was served already is not served again by
 * the system. Recording the notices delivers them, so the time to retrieve them starts. If that comes more than 24
 * hours after they were sent, the same event says that they were not delivered by then (I-58).
 */
function serveNotices({ notices, to, ruleSetVersion, at, now }: ServeNotices, state: ServiceState, clocks: Clocks) {
  const unserved = notices.filter(({ notice }) => !state.notices[notice.noticeId]);
  const [first] = unserved;
  if (!first || to.length === 0) return accept();
  const { dueAt: latest } = clocks.start('delivery', { event: 'NoticeSent', at });
  const counted = clocks.start('retrieval', { event: 'NoticesServed', at: now }, `retrieval:${first.notice.noticeId}`);
  const running = sameTime(counted, state);
  return accept<NoticesServed>({
    type: 'NoticesServed',
    occurredAt: at,
    rule: unserved.some(({ notice }) => notice.starts.length + notice.ends.length > 0) ? 'I-06' : 'I-58',
    tier: 'PARTIES',
    data: {
      notices: unserved.map(({ notice: { noticeId, of, words }, digest }) => ({ noticeId, of, words, digest })),
      to: to.toSorted(),
      ruleSetVersion,
      deliveredAt: laterOf(at, now),
      notDeliveredAt: now > latest ? latest : null,
      retrieval: (running ?? counted).id,
      opens: running ? [] : [counted],
      closes: [],
    },
  });
}

/**
 * The running clock that started on the same day under the same rules, and so ends with this one whatever is announced.
 * Everything that was served on one day has one time of retrieval.
 */
const sameTime = ({ ruleSet, trigger, dueAt }: RunningDeadline, { running }: ServiceState) =>
  Object.values(running).find(
    (other) => other.ruleSet === ruleSet && other.trigger.date === trigger.date && other.dueAt === dueAt,
  );

/** Nothing is delivered before it was sent, whatever two machines' clocks say. */
const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** The registry serves a notice once more. This starts no clock and moves none, not even one of service (I-59). */
export function serveNoticeAgain({ noticeId, by, receivedAt, reason }: ServeNoticeAgain, state: ServiceState) {
  const found = state.notices[noticeId];
  if (!found) return refuse(serviceRefusals.unknownNotice);
  const to = recipientsOf(found);
  if (to.some((party) => (found.services[party]?.againAt.length ?? 0) >= MOST_SERVED_AGAIN))
    return refuse(serviceRefusals.servedTooOften);
  return accept<NoticeServedAgain>({
    type: 'NoticeServedAgain',
    occurredAt: receivedAt,
    rule: 'I-59',
    tier: 'PARTIES',
    data: { noticeId, to, by, reason, opens: [], closes: [] },
  });
}

/**
 * The register of service of a case: what was served on whom, delivered and retrieved, and what was not.
 * @param clocksOf the clocks of a version of the rule set
 */
export function serviceDecider(clocksOf: ClocksOf): Decider<ServiceCommand, ServiceState, ServiceEvent> {
  return {
    initial: nothingServed,
    evolve: evolveService,
    pinned: (state) => state.ruleSetVersion ?? undefined,
    decide(command, state): Decision<ServiceEvent> {
      // A notice is served under the version that its case has by then. What follows from it is under that version too.
      // Before the first notice nothing runs.
      const clocks: Clocks = clocksOf(
        command.type === 'ServeNotices' ? command.ruleSetVersion : (state.ruleSetVersion ?? currentRuleSet.version),
      );
      switch (command.type) {
        case 'ServeNotices':
          return serveNotices(command, state, clocks);
        case 'ServeNoticeAgain':
          return serveNoticeAgain(command, state);
        case 'RetrieveNotices':
          return retrieveNotices(command, state);
        case 'RetrieveNotice':
          return retrieveNotice(command, state);
        case 'NoteServiceOutage':
          return noteServiceOutage(command, state, clocks);
        case 'NoteServiceCalendar':
          return noteServiceCalendar(command, state, clocks);
        case 'ExpireServiceDeadline':
          return retrievalByDefault(command, state);
      }
    },
  };
}
