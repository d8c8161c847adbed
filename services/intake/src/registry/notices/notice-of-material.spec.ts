import { evidence, panelReview } from '@parley/contracts';
import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import type { CaseId, Instant, Sha256 } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { headingOf } from './notice-of-event';
import { noticeOfMessage } from './notices.hears';
import { showInService } from './notices.response';

const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>, tier: string): PublicEvent =>
  ({
    id: 'e1',
    source: `/parley/${schema.typeName.split('.')[1] ?? ''}`,
    type: schema.typeName,
    subject: 'c1',
    time: '2025-03-20T10:00:00.000Z' as Instant,
    recordedat: '2025-03-20T10:00:00.000Z' as Instant,
    sequence: 0,
    tier,
    datacontenttype: 'application/protobuf',
    data: toBinary(schema, create(schema, message)),
  }) as PublicEvent;

describe('the notice of what is laid before a panel', () => {
  it('serves an answer, a note or a report on both parties, by its id (I-15)', () => {
    const notice = noticeOfMessage(
      event(panelReview.MaterialServedSchema, { caseId: 'c1', materialId: 'answer:1', kind: 'answer' }, 'PANEL'),
    );
    expect(notice?.document).toMatchObject({ kind: 'review-material', reference: 'answer:1' });
    expect(notice && headingOf(notice)['zh-Hans']).toMatch(/送达/);
  });

  it('serves what one party says of the interim text on the other, as the panel reads it (I-15)', () => {
    const notice = noticeOfMessage(event(panelReview.InterimCommentedSchema, { caseId: 'c1', party: 'US' }, 'PANEL'));
    expect(notice?.document).toMatchObject({ kind: 'interim-comment', reference: 'US' });
    expect(notice).toMatchObject({ of: { event: 'InterimCommented', rule: 'S8' }, starts: [], ends: [] });
    expect(notice && headingOf(notice)['zh-Hans']).toMatch(/送达/);
  });

  it('tells both parties of a delay, of which everybody reads the reason', () => {
    const notice = noticeOfMessage(event(panelReview.DelayNotifiedSchema, { caseId: 'c1', stage: 'review' }, 'PUBLIC'));
    expect([notice?.document?.kind, notice?.starts, notice?.ends]).toEqual(['notice-of-delay', [], []]);
  });

  it('says where a translation is read: beside its exhibit, or beside the document that a party wrote', () => {
    const readAt = (of: string, exhibitNumber: string) => {
      const filed = { caseId: 'c1', of, exhibitNumber, n: 2 };
      const notice = noticeOfMessage(event(evidence.TranslationFiledSchema, filed, 'PANEL'));
      return (
        notice &&
        showInService('c1' as CaseId, { notice, digest: 'd' as Sha256, retrieval: '', services: {} }).document?.readAt
      );
    };
    expect([readAt('exhibit', 'USA-1'), readAt('document', 'reply')]).toEqual([
      '/v1/cases/c1/exhibits/USA-1/translations/2/content',
      '/v1/cases/c1/documents/reply/translations/2/content',
    ]);
  });
});
