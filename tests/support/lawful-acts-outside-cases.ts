import { canonicalJson } from '@parley/kernel';
import { hash } from 'node:crypto';
import { words } from './cases-under-review';
import { constructedGrievance } from './constructed';
import { wtoCase } from './wto-case';

export type Actor =
  'us-desk' | 'cn-desk' | 'us-registry' | 'us-cohead' | 'cn-cohead' | 'us-panel-1' | 'cn-panel-2' | 'operator';

/** The things that acts made so far, by the names that later acts use. */
export type Made = Readonly<
  Record<string, { readonly id: string; readonly digest?: string; readonly annulmentDigest?: string }>
>;

/** An act of no case, as it is done lawfully, and a user of the same role who cannot do it. */
export interface LawfulAct {
  readonly route: string;
  readonly by: Actor;
  /**
   * A user of the same role whose side may not do it, or has done its part already; left out where either side may do
   * it.
   */
  readonly wrongSide?: Actor;
  /** Values for the braces of the path. */
  readonly at?: (made: Made) => Readonly<Record<string, string>>;
  readonly body?: (made: Made) => object;
  /** Name under which the thing that it makes is kept. */
  readonly makes?: string;
  /** A part of the answer that goes on by itself, as an alert on its way does. */
  readonly goesOn?: string;
}

const grievance = constructedGrievance(wtoCase(633));
const drafted = { ...grievance, authority: 'Another instruction' };
const authentic = (en: string, zh: string) => [
  { lang: 'en', text: en, kind: 'authentic' },
  { lang: 'zh-Hans', text: zh, kind: 'authentic' },
];
const agreement = (citation: string) => ({
  title: authentic('Agreement on soybeans', '大豆协议'),
  source: { citation, date: '2020-01-15', url: 'https://example.org/agreement' },
  obligations: [
    {
      id: 'O1',
      owner: 'US',
      date: '2026-12-31',
      what: authentic('Publish the schedule.', '公布税目表。'),
      check: authentic('It is in the gazette.', '税目表载于公报。'),
    },
  ],
  firstReview: '2026-05-29',
  publication: 'text',
});
/** The key of RFC 8037, appendix A.2; its thumbprint stands in A.3. */
const KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const idOf = (made: Made, name: string): string => made[name]?.id ?? 'nothing-made';
const digestOf = (made: Made, name: string): object => ({ digest: made[name]?.digest });
const roster = { party: 'US' };
const ofAgreement = (made: Made): Readonly<Record<string, string>> => ({
  agreementId: idOf(made, 'agreement'),
  obligation: 'O1',
  review: '1',
});
const LATER = '2027-01-29';

/** In an order in which each can be done. The clock stands at the morning of 2 March 2026. */
export const LAWFUL_ACTS: readonly LawfulAct[] = [
  { route: 'POST /v1/drafts', by: 'cn-desk', body: () => ({ grievance }), makes: 'draft' },
  {
    route: 'PUT /v1/drafts/{draftId}',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: (made) => ({ draftId: idOf(made, 'draft') }),
    body: () => ({ grievance: drafted }),
  },
  {
    route: 'POST /v1/drafts/{draftId}/filing',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: (made) => ({ draftId: idOf(made, 'draft') }),
    body: () => ({ certification: { digest: hash('sha256', canonicalJson(drafted)) } }),
  },
  {
    route: 'POST /v1/outages',
    by: 'us-cohead',
    body: () => ({
      from: '2026-03-01T10:00:00+01:00',
      to: '2026-03-01T12:00:00+01:00',
      reason: words('No party could reach the system.'),
    }),
    makes: 'outage',
  },
  {
    route: 'POST /v1/outages/{outageId}/signatures',
    by: 'cn-cohead',
    wrongSide: 'us-cohead',
    at: (made) => ({ outageId: idOf(made, 'outage') }),
    body: (made) => digestOf(made, 'outage'),
  },
  {
    route: 'POST /v1/outages/{outageId}/annulments',
    by: 'us-cohead',
    at: (made) => ({ outageId: idOf(made, 'outage') }),
    body: (made) => ({ digest: made['outage']?.annulmentDigest }),
  },
  {
    route: 'POST /v1/calendars/notices',
    by: 'us-cohead',
    body: () => ({
      calendar: 'CN',
      year: 2027,
      off: ['2027-01-01'],
      work: ['2027-01-03'],
      source: 'https://www.gov.cn/notice',
    }),
    makes: 'notice',
  },
  {
    route: 'POST /v1/calendars/notices/{noticeId}/signatures',
    by: 'cn-cohead',
    wrongSide: 'us-cohead',
    at: (made) => ({ noticeId: idOf(made, 'notice') }),
    body: (made) => digestOf(made, 'notice'),
  },
  {
    route: 'POST /v1/parties/{party}/watch-list',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: () => ({ party: 'CN' }),
    body: () => ({
      officers: [{ personId: 'cn-desk', duty: 'official', channels: [{ kind: 'log', address: 'duty-officer' }] }],
    }),
  },
  {
    route: 'PUT /v1/alerts',
    by: 'cn-desk',
    body: () => ({ kind: 'log', address: 'officer', wants: ['due', 'served'] }),
    goesOn: 'sent',
  },
  {
    route: 'POST /v1/webhooks',
    by: 'cn-desk',
    body: () => ({ url: 'https://hooks.ministry.example/in', role: 'desk', purpose: 'Following' }),
    makes: 'webhook',
  },
  {
    route: 'POST /v1/webhooks/{webhookId}/replays',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: (made) => ({ webhookId: idOf(made, 'webhook') }),
    body: () => ({}),
  },
  {
    route: 'DELETE /v1/webhooks/{webhookId}',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: (made) => ({ webhookId: idOf(made, 'webhook') }),
  },
  {
    route: 'POST /v1/hotline',
    by: 'us-desk',
    body: () => ({ grade: 'crisis', subject: words('Goods are held at the port.') }),
    makes: 'request',
  },
  {
    route: 'POST /v1/hotline/{hotlineId}/crisis-team/commitments',
    by: 'cn-desk',
    at: (made) => ({ hotlineId: idOf(made, 'request') }),
    body: () => ({ commitment: 'de61f27f'.repeat(8) }),
  },
  {
    route: 'POST /v1/hotline/{hotlineId}/crisis-team',
    by: 'cn-desk',
    at: (made) => ({ hotlineId: idOf(made, 'request') }),
  },
  {
    route: 'POST /v1/hotline/{hotlineId}/acknowledgement',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: (made) => ({ hotlineId: idOf(made, 'request') }),
    body: () => ({ office: 'Bureau', text: words('We call back.') }),
  },
  {
    route: 'POST /v1/parties/{party}/delegations/head',
    by: 'us-cohead',
    wrongSide: 'cn-cohead',
    at: () => roster,
    body: () => ({ personId: 'us-desk', authority: 'A letter' }),
  },
  {
    route: 'POST /v1/parties/{party}/delegations/head',
    by: 'us-registry',
    at: () => roster,
    body: () => ({ personId: 'us-desk', authority: 'A letter' }),
  },
  {
    route: 'POST /v1/parties/{party}/delegations',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => roster,
    body: () => ({ personId: 'us-desk-2', scope: 'desk', authority: 'A letter' }),
    makes: 'delegation',
  },
  {
    route: 'POST /v1/parties/{party}/delegations/{delegationId}/end',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: (made) => ({ ...roster, delegationId: idOf(made, 'delegation') }),
  },
  {
    route: 'POST /v1/parties/{party}/keys',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => roster,
    body: () => ({ key: KEY, authority: 'A letter' }),
  },
  {
    route: 'POST /v1/parties/{party}/keys/revocations',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => roster,
    body: () => ({ thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }),
  },
  {
    route: 'POST /v1/rosters/{party}/members',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => roster,
    body: () => ({ personId: 'us-panel-1', expertise: ['tariffs'], languages: ['en'] }),
  },
  {
    route: 'POST /v1/rosters/{party}/acceptances',
    by: 'us-panel-1',
    wrongSide: 'cn-panel-2',
    at: () => roster,
  },
  {
    route: 'POST /v1/rosters/{party}/duty-rosters',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => roster,
    body: () => ({ month: '2026-04', members: ['us-panel-1'] }),
  },
  {
    route: 'POST /v1/rosters/{party}/statements',
    by: 'us-panel-1',
    wrongSide: 'cn-panel-2',
    at: () => roster,
    body: () => ({ availability: 'available', until: '2026-03-31', caseload: 1 }),
  },
  {
    route: 'POST /v1/rosters/{party}/acceptances/withdrawals',
    by: 'us-panel-1',
    wrongSide: 'cn-panel-2',
    at: () => roster,
  },
  {
    route: 'DELETE /v1/rosters/{party}/members/{personId}',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: () => ({ ...roster, personId: 'us-panel-1' }),
  },
  { route: 'POST /v1/agreements', by: 'cn-desk', body: () => agreement('2020 OJ 1'), makes: 'declined' },
  {
    route: 'POST /v1/agreements/{agreementId}/refusals',
    by: 'us-desk',
    at: (made) => ({ agreementId: idOf(made, 'declined') }),
  },
  { route: 'POST /v1/agreements', by: 'cn-desk', body: () => agreement('2020 OJ 2'), makes: 'agreement' },
  {
    route: 'POST /v1/agreements/{agreementId}/signatures',
    by: 'cn-desk',
    at: ofAgreement,
    body: (made) => digestOf(made, 'agreement'),
  },
  {
    route: 'POST /v1/agreements/{agreementId}/signatures',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: ofAgreement,
    body: (made) => digestOf(made, 'agreement'),
  },
  {
    route: 'POST /v1/agreements/{agreementId}/obligations/{obligation}/dates',
    by: 'us-desk',
    at: ofAgreement,
    body: () => ({ date: LATER, reason: words('The gazette appears quarterly.') }),
  },
  {
    route: 'POST /v1/agreements/{agreementId}/obligations/{obligation}/dates/acceptances',
    by: 'cn-desk',
    wrongSide: 'us-desk',
    at: ofAgreement,
    body: () => ({ date: LATER }),
  },
  { route: 'POST /v1/demonstration-clock', by: 'operator', body: () => ({ to: '2026-05-20T10:00:00+02:00' }) },
  {
    route: 'POST /v1/agreements/{agreementId}/reviews/{review}/status-reports',
    by: 'us-desk',
    wrongSide: 'cn-desk',
    at: ofAgreement,
    body: () => ({ entries: [{ obligation: 'O1', says: 'on-course', note: words('It is drafted.') }] }),
  },
  {
    route: 'POST /v1/agreements/{agreementId}/obligations/{obligation}/verifications',
    by: 'cn-desk',
    at: ofAgreement,
    wrongSide: 'us-desk',
    body: () => ({ says: 'on-course', verdict: 'refused', note: words('It is not in the gazette.') }),
  },
];

/**
 * Acts that need a case, a crisis, a missed date, a dispute, a note by another channel, a head of a delegation, a
 * message that nobody can handle or a version of the rules that is only proposed before them. Each has a spec of its
 * own.
 */
export const ACTS_AFTER_MORE: readonly string[] = [
  'POST /v1/alerts/confirmation',
  'POST /v1/cases',
  'POST /v1/inbox/{noticeId}/retrieval',
  'POST /v1/hotline/{hotlineId}/crisis-team/nonces',
  'POST /v1/hotline/{hotlineId}/options-paper',
  'POST /v1/hotline/{hotlineId}/options-paper/signatures',
  'POST /v1/agreements/{agreementId}/obligations/{obligation}/joint-checks',
  'POST /v1/agreements/{agreementId}/obligations/{obligation}/non-performance-notices',
  'POST /v1/agreements/{agreementId}/late-entries/{entryId}/answer',
  'POST /v1/agreements/{agreementId}/repudiations',
  'POST /v1/operations/parked/dismissals',
  'POST /v1/rules/{version}/signatures',
];
