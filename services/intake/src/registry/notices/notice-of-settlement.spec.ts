import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { referral } from '@parley/contracts';
import type { Instant, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { headingOf } from './notice-of-event';
import { settlementOf } from '../../case/case.hears';
import { noticeOfMessage } from './notices.hears';

const at = '2025-03-20T10:00:00.000Z' as Instant;
const digest = 'ab'.repeat(32);
const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>, tier: Tier): PublicEvent => ({
  id: 'e1',
  source: '/parley/referral',
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier,
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

describe('what the intake hears of a settlement', () => {
  it('is a text on the table, served on both parties by its digest and by no word of it (I-45, I-58)', () => {
    const notice = noticeOfMessage(
      event(referral.SettlementTextTabledSchema, { caseId: 'c1', n: 2, party: 'US', at, digest }, 'PARTIES'),
    );
    expect(notice).toMatchObject({
      of: { rule: 'S10' },
      document: { kind: 'settlement-text', reference: '2', digest },
    });
  });

  it('is the signed settlement, which is served and ends the screening', () => {
    const signed = event(
      referral.SettlementSignedSchema,
      { caseId: 'c1', signedAt: at, digest, phase: 'conciliation' },
      'PUBLIC',
    );
    expect(noticeOfMessage(signed)).toMatchObject({ of: { rule: 'I-47' }, document: { kind: 'settlement', digest } });
    expect(settlementOf(signed)).toEqual({ type: 'NoteSettlement', at, eventId: 'e1' });
  });

  it.each([
    'ConciliationProposed',
    'SettlementTextSigned',
    'DateMoveProposed',
    'SettlementWindowOpened',
    'AgreementEntered',
    'ObligationOverdue',
    'StatusReportMissed',
    'ReviewClosed',
    'ObligationVerified',
    'ObligationVerifiedBySilence',
    'ObligationChecked',
    'JointCheckLapsed',
    'DateMoved',
  ])('is a notice with a heading of its own for the clocks of %s (I-06)', (name) => {
    const moved = event(
      referral.ClocksMovedSchema,
      { caseId: 'c1', at, event: name, rule: 'S13', closes: ['obligation:O1'] },
      'PARTIES',
    );
    const notice = noticeOfMessage(moved);
    expect(notice && headingOf(notice).en).not.toMatch(/^A step under rule/);
  });

  it('ends no screening by anything else', () => {
    expect(settlementOf(event(referral.SettlementWindowLapsedSchema, { caseId: 'c1', at }, 'PUBLIC'))).toBeUndefined();
  });
});
