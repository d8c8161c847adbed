import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, panelReview } from '@parley/contracts';
import type { Instant, Language, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { documentOf } from './documents.hears';

const at = '2025-02-05T08:00:00.000Z' as Instant;
const text = (lang: Language) => [{ lang, text: 'x', kind: 'original', of: '' }];
const both = [...text('en'), { lang: 'zh-Hans', text: 'x', kind: 'translation', of: 'en' }];

const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>, tier: Tier = 'PANEL'): PublicEvent => ({
  ...{
    id: 'e1',
    source: '/parley/intake',
    type: schema.typeName,
    subject: 'case',
    time: at,
    recordedat: at,
    sequence: 0,
    tier,
  },
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

const grievance = {
  subject: both,
  facts: text('en'),
  remedy: both,
  measures: [{ title: both }],
  claims: [{ because: both }],
};

describe('what a party wrote', () => {
  it.each([
    [
      'grievance',
      event(intake.GrievanceServedSchema, { grievance }),
      { number: 'grievance', by: 'complainant', into: ['zh-Hans'] },
    ],
    [
      'amendment',
      event(intake.AmendmentServedSchema, { amendmentId: 'S1', kind: 'supplement', grievance }),
      { number: 'amendment:S1', label: 'S1', by: 'complainant', into: ['zh-Hans'] },
    ],
    [
      'joinder',
      event(intake.AmendmentServedSchema, { amendmentId: 'J1', kind: 'joinder', grievance }),
      { number: 'amendment:J1', by: 'respondent' },
    ],
    [
      'reply',
      event(intake.ReplyServedSchema, { counterStatements: [{ statement: text('zh-Hans') }] }),
      { number: 'reply', by: 'respondent', into: ['en'] },
    ],
    [
      'answer to a supplement',
      event(intake.AmendmentReplyServedSchema, {
        amendmentId: 'S1',
        kind: 'supplement',
        counterStatements: [{ statement: text('en') }],
      }),
      { number: 'amendment-reply:S1', by: 'respondent' },
    ],
    [
      'answer to a joinder',
      event(intake.AmendmentReplyServedSchema, {
        amendmentId: 'J1',
        kind: 'joinder',
        counterStatements: [{ statement: text('en') }],
      }),
      { number: 'amendment-reply:J1', by: 'complainant' },
    ],
    [
      'summary',
      event(intake.SummaryServedSchema, { summaryId: 'summary:US:2', n: 2, askedBy: 'CN', text: text('zh-Hans') }),
      { number: 'summary-for:CN:2', by: { askedBy: 'CN' } },
    ],
    [
      'answer to the panel',
      event(panelReview.MaterialServedSchema, {
        materialId: 'answer:1',
        kind: 'answer',
        party: 'US',
        text: text('en'),
      }),
      { number: 'answer:1', by: { party: 'US' } },
    ],
    [
      'comment',
      event(panelReview.MaterialServedSchema, {
        materialId: 'answer:1/comment:CN',
        kind: 'comment',
        about: 'answer:1',
        party: 'CN',
        text: text('en'),
      }),
      { number: 'comment:CN:answer:1' },
    ],
    [
      'comment on the interim text',
      event(panelReview.InterimCommentedSchema, { party: 'CN', comment: text('en') }),
      { number: 'interim-comment:CN', by: { party: 'CN' } },
    ],
  ])('as its %s is to be translated', (_, told, expected) => {
    expect(documentOf(told)).toMatchObject({ type: 'NoteDocument', tier: 'PANEL', at, ...expected });
  });

  it('as a letter is read by its addressees and no more', () => {
    const letter = { letterId: 'letter:US:1', n: 1, party: 'US', text: text('en') };
    expect(documentOf(event(intake.LetterServedSchema, letter, 'PARTIES'))).toMatchObject({
      number: 'letter:US:1',
      label: '1',
      tier: 'PARTIES',
      into: ['zh-Hans'],
    });
    expect(documentOf(event(intake.LetterServedSchema, letter, 'FILER'))).toBeUndefined();
  });

  it('is not what the panel, a third party or an expert wrote', () => {
    for (const kind of ['request', 'third-party-note', 'expert-report']) {
      expect(
        documentOf(event(panelReview.MaterialServedSchema, { materialId: 'm:1', kind, party: 'US', text: text('en') })),
      ).toBeUndefined();
    }
    expect(documentOf(event(panelReview.InterimServedSchema, { texts: [{ text: text('en') }] }))).toBeUndefined();
  });
});
