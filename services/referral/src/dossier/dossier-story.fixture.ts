import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { evidence, intake, panelReview, sayDeadline } from '@parley/contracts';
import { derivedUuid, sha256 } from '@parley/event-store';
import type { Instant, Party, PartyCode, PersonId, Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import type { Dossier } from './dossier.rules';
import type { AssemblyOrder } from './assemble-dossier';

/**
 * The public events of a case like DS633. All is constructed except the measure; the exhibits' bytes and all words are
 * fiction.
 */
export const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab';
export const docketNumber = 'CN-2025-0001';
export const parties = { complainant: 'CN', respondent: 'US' };

export const china: Party = {
  code: 'CN' as PartyCode,
  name: { en: 'China', 'zh-Hans': '中国' },
  inSentence: { en: 'China', 'zh-Hans': '中国' },
  exhibitPrefix: 'CHN',
  calendar: 'CN',
  desk: { en: 'Ministry of Commerce', 'zh-Hans': '商务部' },
};
export const america: Party = {
  code: 'US' as PartyCode,
  name: { en: 'United States', 'zh-Hans': '美国' },
  inSentence: { en: 'the United States', 'zh-Hans': '美国' },
  exhibitPrefix: 'USA',
  calendar: 'US',
  desk: { en: 'Office of the Trade Representative', 'zh-Hans': '贸易代表办公室' },
};

export const pdfOfExhibit = Buffer.from('%PDF-1.4 a schedule of duties, constructed\n');
export const spreadsheet = Buffer.from('hs,rate\n0101.21,10\n');

const clocks = clocksOn(calendarArchive().current('US', 'CN'))(currentRuleSet.version);
const text = (en: string, zh: string) => [
  { lang: 'en', text: en, kind: 'original', of: '' },
  { lang: 'zh-Hans', text: zh, kind: 'translation', of: 'en' },
];
const deadline = (
  clock: 'reply' | 'consultations' | 'long-stop' | 'nomination' | 'review' | 'certification',
  event: string,
  at: string,
) => sayDeadline(clocks.start(clock, { event, at: at as Instant }));

export function publicEvent<D extends DescMessage>(
  schema: D,
  at: string,
  tier: Tier,
  message: MessageInitShape<D>,
): PublicEvent {
  const data = toBinary(schema, create(schema, message));
  const [, context = ''] = schema.typeName.split('.');
  return {
    id: derivedUuid(schema.typeName, at, sha256(data)),
    source: `/parley/${context}`,
    type: schema.typeName,
    subject: caseId,
    time: at as Instant,
    recordedat: at as Instant,
    sequence: 0,
    tier,
    datacontenttype: 'application/protobuf',
    data,
  };
}

const measure = {
  id: 'M1',
  wtoMember: 'US',
  title: text(
    'Imposing Duties To Address the Synthetic Opioid Supply Chain in the People’s Republic of China',
    '关于对华加征关税的行政令',
  ),
  number: 'Executive Order 14195',
  issuer: 'President of the United States',
  date: '2025-02-01',
  citation: '90 FR 9121',
};
const claim = (id: string, provision: string, en: string, zh: string) => ({
  id,
  measureId: 'M1',
  agreement: 'GATT1994',
  provision,
  because: text(en, zh),
});
const subject = text('Additional tariff measures on goods from China', '对来自中国的商品加征关税措施');

const grievance = {
  subject,
  measures: [measure],
  claims: [
    claim(
      'C1',
      'I:1',
      'An advantage is withheld from products of China <alone> & no other.',
      '仅对原产于中国的产品不给予优惠。',
    ),
    claim('C2', 'II:1', 'The duties exceed the bound rates.', '所征关税超过约束税率。'),
  ],
  facts: text('The duty applies from 4 February 2025.', '该关税自2025年2月4日起适用。'),
  remedy: text('Withdrawal of the measure.', '撤销该措施。'),
  publicSummary: subject,
  authority: 'Instruction of the ministry',
};

/** From filing to silence: nobody answers, no call is taken. */
export const untilSilence: readonly PublicEvent[] = [
  publicEvent(intake.GrievanceFiledSchema, '2025-02-05T08:00:00.000Z', 'PARTIES', {
    caseId,
    parties,
    receiptNumber: '0e0f6a52-6a1e-8a3b-9c4d-0123456789ab',
    receivedAt: '2025-02-05T08:00:00.000Z',
    arrivesOn: '2025-02-05',
    digest: 'ab'.repeat(32),
  }),
  publicEvent(intake.CaseRegisteredSchema, '2025-02-06T09:00:00.000Z', 'PUBLIC', {
    caseId,
    docketNumber,
    parties,
    registeredAt: '2025-02-06T09:00:00.000Z',
    ruleSetVersion: currentRuleSet.version,
    subject,
    publicSummary: subject,
    measuresOf: [parties.respondent],
    reply: deadline('reply', 'CaseRegistered', '2025-02-06T09:00:00.000Z'),
    longStop: deadline('long-stop', 'CaseRegistered', '2025-02-06T09:00:00.000Z'),
  }),
  publicEvent(intake.GrievanceServedSchema, '2025-02-06T09:00:00.000Z', 'PANEL', {
    caseId,
    docketNumber,
    grievance,
    receiptNumber: '0e0f6a52-6a1e-8a3b-9c4d-0123456789ab',
    receivedAt: '2025-02-05T08:00:00.000Z',
    digest: 'ab'.repeat(32),
    receiptJws: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  }),
  exhibit('CHN-1', pdfOfExhibit, 'schedule of duties.PDF', 'PUBLIC'),
  exhibit('CHN-2', spreadsheet, '../../x', 'PANEL'),
  publicEvent(intake.ReplyLapsedSchema, '2025-02-21T16:00:00.000Z', 'PUBLIC', {
    caseId,
    lapsedAt: '2025-02-21T16:00:00.000Z',
    consultations: deadline('consultations', 'ReplyLapsed', '2025-02-21T16:00:00.000Z'),
  }),
  publicEvent(intake.CallRecordedSchema, '2025-02-25T09:00:00.000Z', 'PUBLIC', {
    caseId,
    callId: 'call:1',
    n: 1,
    offeredBy: 'CN',
    proposedFor: '2025-02-28T09:00:00.000Z',
    status: 'unanswered',
    at: '2025-02-28T09:00:00.000Z',
  }),
  publicEvent(intake.ConsultationsClosedSchema, '2025-03-14T16:00:00.000Z', 'PUBLIC', {
    caseId,
    closedAt: '2025-03-14T16:00:00.000Z',
    callsOffered: 1,
    callsAnswered: 0,
    callsUnanswered: 1,
  }),
];

function exhibit(exhibitNumber: string, bytes: Buffer, fileName: string, tier: Tier): PublicEvent {
  return publicEvent(evidence.ExhibitAcceptedSchema, '2025-02-10T09:00:00.000Z', tier, {
    caseId,
    exhibitNumber,
    party: 'CN',
    title: text(`Schedule of duties (${exhibitNumber})`, `关税税目表（${exhibitNumber}）`),
    fileName,
    mediaType: 'application/octet-stream',
    sizeBytes: BigInt(bytes.byteLength),
    digest: sha256(bytes),
    tier,
    claimIds: ['C1'],
    acceptedAt: '2025-02-10T09:00:00.000Z',
    custody: [{ from: 'CN', to: 'registry', at: '2025-02-10T09:00:00.000Z', purpose: 'filing' }],
  });
}

/**
 * Both parties agree to hear in the same case a measure that the respondent complains of, and the complainant answers.
 */
export const joinder: readonly PublicEvent[] = [
  publicEvent(intake.AmendmentServedSchema, '2025-03-17T09:00:00.000Z', 'PANEL', {
    caseId,
    amendmentId: 'J1',
    kind: 'joinder',
    grievance: {
      ...grievance,
      measures: [
        measure,
        {
          ...measure,
          id: 'M2',
          wtoMember: 'CN',
          title: text('Export licences for rare earths', '稀土出口许可'),
          number: 'Announcement No. 18',
          issuer: 'Ministry of Commerce',
          date: '2025-04-04',
          citation: '',
        },
      ],
      claims: [
        ...grievance.claims,
        {
          ...claim('U1', 'XI:1', 'Licences are given late.', '许可延迟发放。'),
          measureId: 'M2',
          claimant: 'respondent',
        },
      ],
    },
    receiptNumber: '1e0f6a52-6a1e-8a3b-9c4d-0123456789ab',
    receivedAt: '2025-03-17T09:00:00.000Z',
    digest: 'ac'.repeat(32),
    receiptJws: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  }),
  publicEvent(intake.AmendmentReplyServedSchema, '2025-03-24T09:00:00.000Z', 'PANEL', {
    caseId,
    amendmentId: 'J1',
    kind: 'joinder',
    receivedAt: '2025-03-24T09:00:00.000Z',
    counterStatements: [
      { claimId: 'U1', statement: text('Every licence came within its term.', '每份许可均在期限内发放。') },
    ],
  }),
];

export const lapse = publicEvent(intake.ScreeningEndedSchema, '2025-07-07T15:00:00.000Z', 'PUBLIC', {
  caseId,
  outcome: 'lapsed',
  endedAt: '2025-07-07T15:00:00.000Z',
  reason: 'long-stop',
  docketNumber,
});

/** The findings with their texts and exhibits, as they are served on the parties. */
export const findingsServed = publicEvent(panelReview.FindingsServedSchema, '2025-06-20T15:00:00.000Z', 'PANEL', {
  caseId,
  digest: 'cd'.repeat(32),
  findings: [
    {
      claimId: 'C1',
      outcome: 'substantiated',
      reasoned: true,
      reasons: text('The duty is laid on goods of one origin.', '该关税仅针对单一原产地的货物。'),
      exhibits: ['CHN-1'],
    },
    {
      claimId: 'C2',
      outcome: 'not-agreed',
      statements: [
        { side: 'CN', statement: text('The schedule speaks for itself.', '减让表不言自明。'), exhibits: ['CHN-2'] },
        { side: 'US' },
      ],
    },
  ],
});

export const finalFindings = publicEvent(panelReview.FindingsIssuedSchema, '2025-06-20T15:00:00.000Z', 'PUBLIC', {
  caseId,
  issuedAt: '2025-06-20T15:00:00.000Z',
  digest: 'cd'.repeat(32),
  findings: [
    {
      claimId: 'C1',
      outcome: 'substantiated',
      reasoned: true,
      attributed: [{ personId: 'cn-panel-1', vote: 'substantiated' }],
    },
    { claimId: 'C2', outcome: 'not-agreed' },
  ],
  certifications: [{ side: 'CN', personId: 'cn-cohead', at: '2025-06-20T15:00:00.000Z', digest: 'cd'.repeat(32) }],
  missing: ['US'],
});

/** The tiers that the desk of the recipient, the complainant, may read. */
export const readable: ReadonlySet<Tier> = new Set<Tier>(['PUBLIC', 'PARTIES', 'PANEL']);

const requested: Dossier = {
  status: 'signing',
  n: 1,
  party: china.code,
  earlier: [],
  forumRules: '2026-1',
  request: {
    forum: 'WTO',
    consultationProvisions: [
      { agreement: 'DSU', provision: '4' },
      { agreement: 'GATT1994', provision: 'XXII:1' },
    ],
    measures: ['M1'],
    claims: ['C1', 'C2'],
    furtherClaimsReserved: true,
    statement: [{ lang: 'en', text: 'An early date would be welcome.', kind: 'original' }],
    availableEvidence: [],
  },
  basis: 'findings-final',
  requestedAt: '2025-07-08T09:00:00.000Z' as Instant,
  deadline: clocks.start(
    'dossier',
    { event: 'DossierRequested', at: '2025-07-08T09:00:00.000Z' as Instant },
    'dossier:1',
  ),
  signatures: [],
};

export const order = (changes: Partial<AssemblyOrder> = {}): AssemblyOrder => ({
  caseId,
  dossier: requested,
  basis: 'findings-final',
  complainant: china,
  respondent: america,
  events: [...untilSilence, findingsServed, finalFindings],
  readable,
  earlier: [],
  attempts: [],
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'k',
      alg: 'EdDSA',
      use: 'sig',
    },
  ],
  ...changes,
});

export const coHeadOf = (party: string): PersonId => `${party}-cohead` as PersonId;
