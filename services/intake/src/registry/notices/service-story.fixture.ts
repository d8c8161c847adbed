import type { PartyCode, Sha256 } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { at, clocksOf, person } from '../../case/case-story.fixture';
import type { Notice, ServeNotices, ServiceCommand } from './notices.rules';
import type { ServiceState } from './service.rules';
import { serviceDecider } from './retrieve.rules';

/** The pieces from which the specs tell of service: a case of China against the United States, on 6 February 2025. */
export const services = serviceDecider(clocksOf);
export const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
export const SENT = at('2025-02-06T10:00:00+01:00');

export const noticeNumbered = (n: number): Notice => ({
  noticeId: `n${String(n)}`,
  of: { context: 'intake', event: 'CaseRegistered', eventId: `e${String(n)}`, at: SENT, rule: 'S3', place: null },
  words: { key: 'intake.CaseRegistered', version: '1' },
  document: null,
  starts: [clocksOf(currentRuleSet.version).start('reply', { event: 'CaseRegistered', at: SENT })],
  ends: [],
  awaits: null,
});

/** @param now when it is recorded, and so delivered */
export const serve = (n = 1, when: string = SENT, now = when): ServeNotices => serveTogether([n], when, now);
export const serveTogether = (numbers: readonly number[], when: string = SENT, now = when): ServeNotices => ({
  type: 'ServeNotices',
  notices: numbers.map((n) => ({ notice: noticeNumbered(n), digest: 'cd'.repeat(32) as Sha256 })),
  to: [US, CN],
  ruleSetVersion: currentRuleSet.version,
  at: at(when),
  now: at(now),
});
export const retrieve = (party: PartyCode, n = 1, when = '2025-02-07T10:00:00+01:00'): ServiceCommand => ({
  type: 'RetrieveNotice',
  noticeId: `n${String(n)}`,
  by: person(`${party.toLowerCase()}-desk-1`),
  party,
  receivedAt: at(when),
});
export const serveAgain = (n = 1, when = '2025-02-10T10:00:00+01:00'): ServiceCommand => ({
  type: 'ServeNoticeAgain',
  noticeId: `n${String(n)}`,
  by: person('us-registry-1'),
  party: US,
  receivedAt: at(when),
  reason: [],
});
/** The end of the time that the notice with this number started. */
export const expireRetrieval = (n = 1): ServiceCommand => ({
  type: 'ExpireServiceDeadline',
  deadlineId: `retrieval:n${String(n)}`,
});
/** A register with the notices of this story whole. */
export const whole = (state: ServiceState): ServiceState<Notice> => ({
  ...state,
  notices: Object.fromEntries(
    Object.entries(state.notices).map(([id, found]) => [id, { ...found, notice: noticeNumbered(Number(id.slice(1))) }]),
  ),
});
