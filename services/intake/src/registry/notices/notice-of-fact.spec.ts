import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { evidence, panelReview, referral } from '@parley/contracts';
import type { Instant, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { headingOf } from './notice-of-event';
import { noticeOfMessage, toldWith } from './notices.hears';

const at = '2025-03-20T10:00:00.000Z' as Instant;
const told = <D extends DescMessage>(
  context: string,
  schema: D,
  message: MessageInitShape<D>,
  tier: Tier = 'PUBLIC',
): PublicEvent => ({
  id: 'e1',
  source: `/parley/${context}`,
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier,
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});
const ofPanel = (kind: string) => told('panelreview', panelReview.PanelFactSchema, { caseId: 'c1', at, kind });
const ofObligation = (status: string) => told('referral', referral.ObligationNotedSchema, { caseId: 'c1', at, status });

const ofLoan = (loan: MessageInitShape<typeof evidence.ExhibitLoanSchema>) =>
  told('evidence', evidence.ExhibitLoanSchema, { caseId: 'c1', exhibitNumber: 'USA-1', ...loan }, 'PANEL');

const facts: readonly (readonly [string, PublicEvent])[] = [
  ['ExhibitWithdrawn', told('evidence', evidence.ExhibitWithdrawnSchema, { caseId: 'c1' }, 'PARTIES')],
  ['ReadersAdded', told('evidence', evidence.ReadersAddedSchema, { caseId: 'c1', basis: 'its-party' }, 'PANEL')],
  ['LoanAsked', ofLoan({ step: 'asked' })],
  ['ExhibitLent', ofLoan({ step: 'lent', by: 'its-party' })],
  ['LoanEnded', ofLoan({ step: 'ended', by: 'panel' })],
  ['TranslationChallenged', told('evidence', evidence.TranslationChallengedSchema, { caseId: 'c1' }, 'PARTIES')],
  [
    'TranslationChallengeAnswered',
    told('evidence', evidence.TranslationChallengeAnsweredSchema, { caseId: 'c1' }, 'PARTIES'),
  ],
  ['ThirdPartyAdmitted', ofPanel('third-party-admitted')],
  ['ExpertsProposed', ofPanel('experts-proposed')],
  ['ExpertTaken', ofPanel('expert-taken')],
  ['ExpertDisclosed', ofPanel('expert-disclosed')],
  ['InterimMeetingRequested', ofPanel('interim-meeting-requested')],
  ['CommentingFinished', ofPanel('commenting-finished')],
  ['InterimMeetingSet', ofPanel('interim-meeting-set')],
  ['ObligationVerified', ofObligation('verified-later')],
  ['NonPerformanceNoticed', ofObligation('non-performance')],
  ['ExitNoticeGiven', told('referral', referral.ExitNoticeGivenSchema, { caseId: 'c1', givenAt: at })],
  ['DossierTransmitted', told('referral', referral.DossierTransmittedSchema, { caseId: 'c1', at })],
  ['ForumEventNoted', told('referral', referral.ForumEventNotedSchema, { caseId: 'c1', at })],
];

describe('the parties’ notice of several exhibits that one act filed', () => {
  const [own, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
  const due = (id: string) => ({
    id,
    clock: 'translation',
    dueAt: at,
    trigger: { event: 'ExhibitAccepted', instant: at },
  });
  const first = told(
    'evidence',
    evidence.ExhibitAcceptedSchema,
    {
      ...{ caseId: 'c1', exhibitNumber: 'USA-1', digest: own, translationsDue: [due('translation:USA-1')] },
      servedBeside: [
        { exhibitNumber: 'USA-2', digest: other },
        { exhibitNumber: 'USA-3', digest: own, translationsDue: [due('translation:USA-3')] },
      ],
    },
    'PARTIES',
  );
  const more = { caseId: 'c1', exhibitNumber: 'USA-2', digest: other, servedWithAnother: true };

  it('is one, which names each with its digest and tells of all times that start', () => {
    expect(noticeOfMessage(first)).toMatchObject({
      of: { event: 'ExhibitAccepted' },
      document: { kind: 'exhibit', reference: 'USA-1', digest: own },
      together: [
        { kind: 'exhibit', reference: 'USA-2', digest: other },
        { kind: 'exhibit', reference: 'USA-3', digest: own },
      ],
      starts: [{ id: 'translation:USA-1' }, { id: 'translation:USA-3' }],
    });
  });

  it('is not made again of the other messages, whichever comes first, nor of the times alone', () => {
    for (const message of [
      told('evidence', evidence.ExhibitAcceptedSchema, more, 'PANEL'),
      told('evidence', evidence.PublicVersionFiledSchema, more),
      told('evidence', evidence.ClocksMovedSchema, { caseId: 'c1', at, servedWithExhibits: true }, 'PARTIES'),
    ]) {
      expect(noticeOfMessage(message)).toBeUndefined();
      expect(toldWith(message, [message, first]).map(({ document }) => document?.reference)).toEqual(['USA-1']);
    }
  });
});

describe('the parties’ notice of what moves no clock', () => {
  it.each(facts)('is served of %s, under a heading of its own in both languages', (event, message) => {
    const notice = noticeOfMessage(message);
    expect(notice).toMatchObject({ of: { event, at }, document: null, starts: [], ends: [], awaits: null });
    expect(notice && headingOf(notice).en).not.toMatch(/^A step under rule/);
    expect(notice && headingOf(notice)['zh-Hans']).toMatch(/^\p{Script=Han}/u);
  });

  it('is served of nothing that one party alone may know of (I-43)', () => {
    expect(
      noticeOfMessage(told('evidence', evidence.ExhibitWithdrawnSchema, { caseId: 'c1' }, 'FILER')),
    ).toBeUndefined();
  });

  it('is not served twice of what is told with its clocks', () => {
    expect(
      noticeOfMessage(told('evidence', evidence.ReadersAddedSchema, { caseId: 'c1', basis: 'co-heads' }, 'PARTIES')),
    ).toBeUndefined();
    expect(
      noticeOfMessage(
        told(
          'evidence',
          evidence.ReadersAddedSchema,
          { caseId: 'c1', basis: 'its-party', closes: ['readers-decision:USA-1'] },
          'PARTIES',
        ),
      ),
    ).toBeUndefined();
    expect(
      noticeOfMessage(ofLoan({ step: 'lent', by: 'co-heads', closes: ['readers-decision:USA-1:expert:US:1'] })),
    ).toBeUndefined();
    expect(noticeOfMessage(ofObligation('overdue'))).toBeUndefined();
    expect(noticeOfMessage(ofPanel('member-nominated'))).toBeUndefined();
  });
});

describe('the notices of one instant', () => {
  const message = { ...ofPanel('expert-taken'), id: 'e1' };
  const readOf = (...others: readonly PublicEvent[]) =>
    toldWith(message, [...others, message]).map(({ of: { eventId } }) => eventId);

  it('are those of all that its context recorded then, and of nothing else', () => {
    const [same, later, another] = [
      { ...ofPanel('experts-proposed'), id: 'e2' },
      { ...ofPanel('expert-disclosed'), id: 'e3', recordedat: '2025-03-20T10:00:00.001Z' as Instant },
      { ...told('evidence', evidence.ExhibitWithdrawnSchema, { caseId: 'c1' }, 'PARTIES'), id: 'e4' },
    ];
    expect(readOf(same, later, another)).toEqual(['e2', 'e1']);
  });

  it('are served though something else of that instant cannot be read', () => {
    expect(readOf({ ...ofPanel('experts-proposed'), id: 'e2', data: Uint8Array.of(0xff) })).toEqual(['e1']);
  });
});
