import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { evidence, intake, panelReview, referral, sayDeadline, type PartyName } from '@parley/contracts';
import { derivedUuid } from '@parley/event-store';
import type { Instant, Party, PartyCode, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { Awaits } from '@parley/procedure';

export const us: Party = {
  code: 'US' as PartyCode,
  name: { en: 'United States', 'zh-Hans': '美国' },
  inSentence: { en: 'the United States', 'zh-Hans': '美国' },
  exhibitPrefix: 'USA',
  calendar: 'US',
  desk: { en: 'USTR', 'zh-Hans': '美国贸易代表办公室' },
};
export const china: Party = {
  code: 'CN' as PartyCode,
  name: { en: 'China', 'zh-Hans': '中国' },
  inSentence: { en: 'China', 'zh-Hans': '中国' },
  exhibitPrefix: 'CHN',
  calendar: 'CN',
  desk: { en: 'MOFCOM', 'zh-Hans': '商务部' },
};
export const parties: readonly [Party, Party] = [us, china];

export const nameOf: PartyName = (code) =>
  parties.find((party) => party.code === code)?.inSentence ?? { en: code, 'zh-Hans': code };

export const instant = (text: string): Instant => new Date(text).toISOString() as Instant;

/** A case's id from a number, for stories of several cases. */
export const caseIdOf = (n: number): string => derivedUuid('case', String(n));

/** A limit as services tell it. */
export const due = (id: string, stage: string, dueAt: string, awaits: Awaits = 'nobody') =>
  sayDeadline({
    id,
    clock: id.split(':')[0] ?? id,
    stage,
    rule: stage,
    trigger: { kind: 'act', event: 'Told', instant: instant(dueAt) },
    dueAt: instant(dueAt),
    provisional: false,
    awaits,
    arithmetic: { en: `counted to ${dueAt}`, 'zh-Hans': `计至 ${dueAt}` },
  });

/** A public event as a feed delivers it. */
export function tells<D extends DescMessage>(
  schema: D,
  time: string,
  message: MessageInitShape<D>,
  tier: Tier = 'PUBLIC',
): PublicEvent {
  const whole = create(schema, message);
  const subject = String(Reflect.get(whole, 'caseId'));
  const data = toBinary(schema, whole);
  return {
    id: derivedUuid(schema.typeName, subject, time, Buffer.from(data).toString('hex')),
    source: `/parley/${schema.typeName.split('.')[1] ?? ''}`,
    type: schema.typeName,
    subject,
    time: instant(time),
    recordedat: instant(time),
    sequence: 0,
    tier,
    datacontenttype: 'application/protobuf',
    data,
  };
}

const both = (en: string, zh: string) => [
  { lang: 'en', text: en, kind: 'original' },
  { lang: 'zh-Hans', text: zh, kind: 'translation' },
];

/** The intake's message about a filing, which only the parties may read. */
export const filed = (caseId: string, complainant = 'CN', respondent = 'US'): PublicEvent =>
  tells(
    intake.GrievanceFiledSchema,
    '2025-02-04T09:00:00Z',
    {
      caseId,
      parties: { complainant, respondent },
      receivedAt: '2025-02-04T09:00:00.000Z',
      receiptNumber: 'r',
      arrivesOn: '2025-02-05',
    },
    'PARTIES',
  );

export const registered = (
  caseId: string,
  docketNumber: string,
  subject = both('Tariffs on goods', '对商品加征关税'),
): PublicEvent =>
  tells(intake.CaseRegisteredSchema, '2025-02-06T10:00:00Z', {
    caseId,
    docketNumber,
    parties: { complainant: docketNumber.slice(0, 2), respondent: docketNumber.startsWith('US') ? 'CN' : 'US' },
    registeredAt: '2025-02-06T10:00:00.000Z',
    ruleSetVersion: '2026-1',
    subject,
    measuresOf: [docketNumber.startsWith('US') ? 'CN' : 'US'],
    publicSummary: both('Additional duties on goods of one origin.', '对单一来源的商品加征附加关税。'),
    measures: [
      {
        ...{ id: 'M1', wtoMember: docketNumber.startsWith('US') ? 'CN' : 'US', title: both('Duty order', '关税令') },
        ...{ number: 'No. 7', issuer: 'Customs', date: '2025-01-20', citation: 'Gazette 7' },
      },
    ],
    legalBasis: [{ id: 'C1', measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }],
    limits: {
      opens: [due('reply', 'S4', '2025-02-21T16:00:00Z'), due('long-stop', 'long-stop', '2025-07-07T15:00:00Z')],
    },
  });

/** The public facts of one case that meets silence: one context after the other, each in its own order. */
export function storyOf(caseId: string, docketNumber: string): readonly PublicEvent[] {
  const call = (callId: string, status: string, at: string) =>
    tells(intake.CallRecordedSchema, at, {
      n: 1,
      caseId,
      callId,
      offeredBy: 'CN',
      proposedFor: '2025-03-03T09:00:00.000Z',
      status,
      at,
    });
  return [
    filed(caseId),
    registered(caseId, docketNumber),
    tells(intake.ReplyLapsedSchema, '2025-02-21T16:00:00Z', {
      caseId,
      lapsedAt: '2025-02-21T16:00:00.000Z',
      limits: { opens: [due('consultations', 'S5', '2025-03-14T16:00:00Z')], closes: ['reply'] },
    }),
    call('call:1', 'offered', '2025-02-27T09:00:00Z'),
    tells(intake.CallArrangedSchema, '2025-02-28T09:00:00Z', {
      ...{ caseId, callId: 'call:1', n: 1, status: 'moved', by: 'US', at: '2025-02-28T09:00:00.000Z' },
      ...{ previously: '2025-03-01T09:00:00.000Z', proposedFor: '2025-03-03T09:00:00.000Z' },
    }),
    tells(intake.ConsultationsEscalatedSchema, '2025-03-02T09:00:00Z', {
      caseId,
      fromLevel: 'officials',
      toLevel: 'deputies',
      by: 'CN',
      at: '2025-03-02T09:00:00.000Z',
    }),
    ...hotlineStory(caseId),
    ...summaryStory(caseId),
    call('call:1', 'unanswered', '2025-03-03T09:00:00Z'),
    tells(intake.ConsultationsClosedSchema, '2025-03-14T16:00:00Z', {
      caseId,
      closedAt: '2025-03-14T16:00:00.000Z',
      callsOffered: 1,
      callsUnanswered: 1,
      limits: { closes: ['consultations'] },
    }),
    tells(intake.ScreeningEndedSchema, '2025-06-20T10:00:00Z', {
      caseId,
      outcome: 'findings-issued',
      endedAt: '2025-06-20T10:00:00.000Z',
      docketNumber,
    }),
    ...panelStory(caseId),
    tells(evidence.PublicVersionFiledSchema, '2025-03-20T10:00:00Z', {
      caseId,
      exhibitNumber: 'CHN-2',
      filedAt: '2025-03-20T10:00:00.000Z',
      reason: 'business-confidential',
    }),
    ...translationStory(caseId),
    ...readersStory(caseId),
    tells(referral.DossierRequestedSchema, '2025-06-23T10:00:00Z', {
      caseId,
      requestedAt: '2025-06-23T10:00:00.000Z',
      forum: 'WTO',
      limits: { opens: [due('dossier:1', 'S12', '2025-06-30T15:00:00Z')] },
    }),
    tells(referral.DossierIssuedSchema, '2025-06-30T15:00:00Z', {
      caseId,
      issuedAt: '2025-06-30T15:00:00.000Z',
      forum: 'WTO',
      basis: 'findings-final',
      digest: 'ab'.repeat(32),
      sizeBytes: 4096n,
      limits: { closes: ['dossier:1'] },
    }),
  ];
}

/** A summary that is asked for three times, given once and declined once. */
const summaryStory = (caseId: string): readonly PublicEvent[] => {
  const summary = (n: number, status: string, at: string) =>
    tells(intake.SummaryRecordedSchema, at, {
      caseId,
      summaryId: `summary:US:${String(n)}`,
      askedBy: 'CN',
      status,
      at,
    });
  return [
    summary(1, 'requested', '2025-02-27T10:00:00.000Z'),
    summary(1, 'given', '2025-02-28T10:00:00.000Z'),
    summary(2, 'requested', '2025-02-28T11:00:00.000Z'),
    summary(3, 'requested', '2025-02-28T12:00:00.000Z'),
    summary(3, 'declined', '2025-03-03T10:00:00.000Z'),
    summary(2, 'unanswered', '2025-03-14T16:00:00.000Z'),
  ];
};

/** A crisis request that the officials do not answer and the co-heads do, with a team drawn without what is owed. */
const hotlineStory = (caseId: string): readonly PublicEvent[] => {
  const hotline = (status: string, at: string, more: { level?: string; side?: string } = {}) =>
    tells(intake.HotlineRecordedSchema, at, {
      ...{ caseId, hotlineId: caseIdOf(99), grade: 'crisis', askedBy: 'CN', status, at },
      ...more,
    });
  const at = '2025-03-02T10:00:00.000Z';
  const [commitments, rosterDigests] = [`{"asking-1":"${'ab'.repeat(32)}"}`, `{"asking":"${'cd'.repeat(32)}"}`];
  return [
    hotline('requested', at),
    tells(panelReview.CrisisDrawsOpenedSchema, at, {
      ...{ caseId, hotlineId: caseIdOf(99), at, commitments, rosterDigests },
    }),
    hotline('unanswered', '2025-03-02T10:30:00.000Z', { level: 'official' }),
    hotline('nonce-left-out', '2025-03-02T10:40:00.000Z', { side: 'US' }),
    hotline('draw-secret-missing', '2025-03-02T10:40:00.000Z'),
    hotline('answered', '2025-03-02T10:40:00.000Z', { level: 'coheads' }),
    hotline('options-agreed', '2025-03-03T08:00:00.000Z'),
  ];
};

const panelStory = (caseId: string): readonly PublicEvent[] => [
  tells(panelReview.PanelOpenedSchema, '2025-02-06T10:00:00Z', {
    caseId,
    openedAt: '2025-02-06T10:00:00.000Z',
    seatsPerSide: 2,
    limits: { opens: ['US:1', 'CN:1'].map((seat) => due(`nomination:${seat}`, 'S6', '2025-02-21T16:00:00Z')) },
  }),
  tells(panelReview.PanelFactSchema, '2025-02-10T10:00:00Z', {
    caseId,
    at: '2025-02-10T10:00:00.000Z',
    kind: 'member-nominated',
    personId: 'cn-panel-1',
    side: 'CN',
    limits: { opens: [due('disclosure:CN:1', 'S6', '2025-02-14T16:00:00Z')], closes: ['nomination:CN:1'] },
  }),
  tells(panelReview.MemberDrawnSchema, '2025-02-21T16:00:00Z', {
    caseId,
    seat: 'US:1',
    personId: 'us-panel-1',
    nominatedBy: 'US',
    draw: '{}',
    limits: { closes: ['nomination:US:1'] },
  }),
  tells(panelReview.PanelConvenedSchema, '2025-03-07T16:00:00Z', {
    caseId,
    convenedAt: '2025-03-07T16:00:00.000Z',
    limits: { closes: ['disclosure:CN:1'] },
    members: [
      { personId: 'cn-panel-1', nominatedBy: 'CN', chosenBy: 'nomination', coChair: true },
      { personId: 'us-panel-1', nominatedBy: 'US', chosenBy: 'lot', coChair: true },
    ],
  }),
  tells(panelReview.ReviewOpenedSchema, '2025-03-14T16:00:00Z', {
    caseId,
    openedAt: '2025-03-14T16:00:00.000Z',
    limits: { opens: [due('review', 'S7', '2025-04-24T15:00:00Z')] },
  }),
  tells(panelReview.InterimIssuedSchema, '2025-04-22T15:00:00Z', {
    caseId,
    issuedAt: '2025-04-22T15:00:00.000Z',
    issued: true,
    digest: 'cd'.repeat(32),
    limits: { opens: [due('interim-comments', 'S8', '2025-05-12T15:00:00Z')], closes: ['review'] },
  }),
  tells(panelReview.FindingsIssuedSchema, '2025-06-19T10:00:00Z', {
    caseId,
    issuedAt: '2025-06-19T10:00:00.000Z',
    digest: 'ef'.repeat(32),
    findings: [
      {
        claimId: 'C1',
        outcome: 'substantiated',
        reasoned: true,
      },
      { claimId: 'C2', outcome: 'not-agreed' },
      { claimId: 'C3', outcome: 'not-substantiated' },
    ],
    objections: [{ objectionId: 'objection:1', kind: 'time', claimIds: ['C1'], outcome: 'not-sustained' }],
    missing: ['US'],
    limits: { closes: ['interim-comments'] },
  }),
  tells(panelReview.ReasonsPublishedSchema, '2025-06-26T15:00:00Z', {
    caseId,
    at: '2025-06-26T15:00:00.000Z',
    findings: [
      { claimId: 'C1', reasoned: true, reasons: both('The duty exceeds the bound rate.', '该关税高于约束税率。') },
      {
        claimId: 'C2',
        statements: [{ side: 'CN', statement: both('We would find it so.', '我方认为成立。') }, { side: 'US' }],
      },
      { claimId: 'C3' },
    ],
    leftOut: [
      {
        ...{ claimId: 'C1', part: 'reasons', lang: 'en', party: 'US' },
        ...{ reason: 'business-confidential', characters: 17, of: 90 },
      },
    ],
  }),
];

/** An exhibit that becomes public and is taken away by both co-heads, and another that its party takes back. */
const readersStory = (caseId: string): readonly PublicEvent[] => [
  tells(evidence.ReadersAddedSchema, '2025-03-27T09:00:00Z', {
    caseId,
    exhibitNumber: 'CHN-3',
    from: 'PARTIES',
    to: 'PUBLIC',
    addedAt: '2025-03-27T09:00:00.000Z',
  }),
  tells(evidence.ReadersTakenAwaySchema, '2025-03-28T09:00:00Z', {
    caseId,
    exhibitNumber: 'CHN-3',
    from: 'PUBLIC',
    to: 'PARTIES',
    takenAwayAt: '2025-03-28T09:00:00.000Z',
  }),
  tells(evidence.ExhibitWithdrawnSchema, '2025-03-31T09:00:00Z', {
    caseId,
    exhibitNumber: 'CHN-1',
    from: 'PUBLIC',
    withdrawnAt: '2025-03-31T09:00:00.000Z',
  }),
];

/** A public exhibit whose translation is missing, then late, then contested. */
const translationStory = (caseId: string): readonly PublicEvent[] => {
  const of = { caseId, of: 'exhibit', exhibitNumber: 'CHN-1', n: 1 };
  return [
    tells(evidence.TranslationMissingSchema, '2025-03-21T16:00:00Z', {
      caseId,
      of: 'exhibit',
      exhibitNumber: 'CHN-1',
      language: 'en',
      missingAt: '2025-03-21T16:00:00.000Z',
    }),
    tells(evidence.TranslationFiledSchema, '2025-03-24T09:00:00Z', {
      ...of,
      language: 'en',
      late: true,
      filedAt: '2025-03-24T09:00:00.000Z',
    }),
    tells(evidence.TranslationChallengedSchema, '2025-03-25T09:00:00Z', {
      ...of,
      challenge: 1,
      party: 'US',
      madeAt: '2025-03-25T09:00:00.000Z',
    }),
    tells(evidence.TranslationChallengeAnsweredSchema, '2025-03-26T09:00:00Z', {
      ...of,
      challenge: 1,
      answeredAt: '2025-03-26T09:00:00.000Z',
    }),
  ];
};
