import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import * as evidence from '../gen/parley/evidence/v1/evidence_pb';
import * as intake from '../gen/parley/intake/v1/intake_pb';
import * as panel from '../gen/parley/panelreview/v1/panel_review_pb';
import * as referral from '../gen/parley/referral/v1/referral_pb';
import { publicEventSchemas } from '../registry';
import { isWordKey } from './entry-of';
import { isNoFactOfItsOwn, toldAs } from './told-as';

const at = '2025-03-20T10:00:00.000Z' as Instant;
const event = <D extends DescMessage>(schema: D, message?: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/intake',
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

/** Each status of the messages that tell of several events. */
const OF_SEVERAL: readonly PublicEvent[] = [
  ...['offered', 'answered', 'unanswered'].map((status) => event(intake.CallRecordedSchema, { status })),
  ...['accepted', 'moved'].map((status) => event(intake.CallArrangedSchema, { status })),
  ...['requested', 'answered', 'unanswered', 'options-agreed'].map((status) =>
    event(intake.HotlineRecordedSchema, { status }),
  ),
  ...['requested', 'given', 'declined', 'unanswered'].map((status) => event(intake.SummaryRecordedSchema, { status })),
  ...[intake, evidence, panel, referral].flatMap(({ LateEntryNotedSchema }) =>
    ['claimed', 'counted', 'refused', 'lapsed'].map((status) => event(LateEntryNotedSchema, { status })),
  ),
  ...['nonce-committed', 'draw-called', 'nonce-laid-open', 'nonce-left-out', 'draw-secret-missing'].map((status) =>
    event(panel.DrawNotedSchema, { status }),
  ),
  ...['asked', 'lent', 'ended'].map((step) => event(evidence.ExhibitLoanSchema, { step })),
  ...[
    ...['proposed', 'begun', 'unanswered', 'broken-off', 'stopped', 'conciliator-picked', 'conciliator-withdrew'],
    ...['conciliators-appointed', 'conciliators-lacking', 'conciliators-proposal-put'],
  ].map((status) => event(referral.ConciliationNotedSchema, { status })),
  ...[
    ...['overdue', 'fulfilled', 'fulfilled-late', 'date-moved'],
    ...['verified', 'refused', 'verified-later', 'verified-by-silence', 'non-performance'],
    ...['checked-as-reported', 'checked-not-as-reported', 'check-lapsed'],
  ].map((status) => event(referral.ObligationNotedSchema, { status })),
  ...['given', 'given-late', 'missing'].map((status) => event(referral.StatusReportNotedSchema, { status })),
  ...[
    ...['member-nominated', 'seats-opened', 'panel-deadline-extended', 'information-requested'],
    ...['information-answered', 'information-not-given', 'third-party-admitted', 'third-party-note-filed'],
    ...['experts-proposed', 'expert-disclosed', 'expert-taken', 'expert-report-served', 'report-comments-closed'],
    ...[
      'interim-meeting-requested',
      'interim-meeting-set',
      'commenting-finished',
      'member-removed',
      'member-left',
      'member-set-aside',
    ],
    ...['disclosure-made', 'challenge-made', 'challenge-time-ended', 'replacement-time-ended', 'challenge-upheld'],
    ...['challenge-dismissed', 'challenge-not-decided', 'member-replaced', 'member-recused', 'parity-restored'],
    ...['terms-proposed', 'terms-set', 'terms-not-set'],
    ...['claim-evidence-opened', 'claim-evidence-closed', 'claim-comments-closed'],
    ...['interim-final', 'interim-comments-closed', 'findings-time-ended', 'findings-await-parity'],
    'findings-certified',
  ].map((kind) => event(panel.PanelFactSchema, { kind })),
];

describe('what a message tells of', () => {
  it('is an entry of the book for every status of those that tell of several events', () => {
    const keys = OF_SEVERAL.map((each) => toldAs(each)?.key ?? each.type);
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });

  it('is an entry of the book for each of the others that tells a fact of its own', () => {
    const several = new Set(OF_SEVERAL.map(({ type }) => type));
    const others = publicEventSchemas.filter(({ typeName }) => !several.has(typeName) && !isNoFactOfItsOwn(typeName));
    const keys = others.map((schema) => toldAs(event(schema))?.key ?? schema.typeName);
    expect(others.length).toBeGreaterThan(40);
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });

  it('is nothing of a notice, or of what stands between two desks', () => {
    const told = publicEventSchemas
      .filter(({ typeName }) => isNoFactOfItsOwn(typeName))
      .map((schema) => toldAs(event(schema)));
    expect(told).toEqual(Array.from({ length: 13 }, () => undefined));
  });
});
