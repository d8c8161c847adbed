import {
  BooleanField,
  DateField,
  EnumField,
  InstantField,
  IntField,
  ListField,
  NestedField,
  Sha256Field,
  TextField,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { REQUESTERS, type RequesterKind } from '../dossier/dossier.rules';
import {
  CHANNEL_CODES,
  FORUM_CODES,
  INSTITUTIONS,
  type ChannelCode,
  type ForumCode,
  type Institution,
} from '../forums/forums.rules';
import { FORUM_EVENT_KINDS, type ForumEventKind } from '../transmission/transmission.rules';

export class ConsultationProvisionRequest {
  @TextField({ meaning: 'Code of the covered agreement.', example: 'GATT1994', max: 20 })
  readonly agreement: string;

  @TextField({
    meaning: 'Provision of it under which consultations are requested, as GET /v1/forums lists it.',
    example: 'XXII:1',
    max: 20,
  })
  readonly provision: string;
}

const WORDS = { max: 20_000, multiline: true } as const;

export class HeldConsultationsRequest {
  @TextField({ meaning: 'Symbol of the request for consultations.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @DateField({ meaning: 'When they were requested.', example: '2025-02-04' })
  readonly requestedOn: string;

  @TextListField({
    meaning: 'Days on which they were held (YYYY-MM-DD); empty where they were not.',
    example: ['2025-03-14'],
    min: 0,
    max: 20,
    unique: true,
    of: { max: 10, pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/ },
  })
  readonly heldOn: readonly string[];
}

/** What DSU 6.2 asks of a request for a panel beside the measures and the legal basis. */
export class PanelRequestBody {
  @NestedField(() => HeldConsultationsRequest, {
    meaning: 'The consultations; left out where none were requested.',
    example: { symbol: 'WT/DS633/1', requestedOn: '2025-02-04', heldOn: ['2025-03-14'] },
    optional: true,
  })
  readonly consultations?: HeldConsultationsRequest;

  @TextsField({
    meaning: 'Why none were needed, where none were requested. Otherwise it may be empty.',
    example: [],
    min: 0,
    ...WORDS,
  })
  readonly withoutConsultations: readonly AuthoredText[];

  @TextsField({
    meaning: 'Why the request comes before the time for consultations is over (DSU 4.7). Otherwise it may be empty.',
    example: [],
    min: 0,
    ...WORDS,
  })
  readonly earlierBecause: readonly AuthoredText[];

  @TextsField({
    meaning: 'Brief summary of the legal basis, sufficient to present the problem clearly.',
    example: [{ lang: 'en', text: 'An advantage is withheld from products of one origin.', kind: 'original' }],
    ...WORDS,
  })
  readonly summary: readonly AuthoredText[];
}

export class ProjectRequest {
  @TextField({ meaning: 'Number of the project.', example: 'P123456', max: 40 })
  readonly id: string;

  @TextField({ meaning: 'Its name.', example: 'Port rehabilitation', max: 200 })
  readonly name: string;
}

/** For whom a channel of the World Bank Group is open. A state is heard through none (I-49). */
export class ChannelRequestBody {
  @EnumField({
    meaning: 'The channel, as GET /v1/forums lists it.',
    example: 'inspection-panel',
    values: CHANNEL_CODES,
  })
  readonly channel: ChannelCode;

  @EnumField({ meaning: 'Institution whose project it is.', example: 'IBRD', values: INSTITUTIONS })
  readonly institution: Institution;

  @NestedField(() => ProjectRequest, {
    meaning: 'The project.',
    example: { id: 'P123456', name: 'Port rehabilitation' },
  })
  readonly project: ProjectRequest;

  @EnumField({ meaning: 'Who would file.', example: 'affected-people', values: REQUESTERS })
  readonly requester: RequesterKind;

  @IntField({
    meaning: 'How many affected people would file; 0 for an Executive Director.',
    example: 2,
    min: 0,
    max: 1_000_000,
  })
  readonly people: number;

  @DateField({
    meaning: 'When the project was closed; left out while it goes on.',
    example: '2025-01-31',
    optional: true,
  })
  readonly closedOn?: string;

  @BooleanField({ meaning: 'Whether the matter was raised with the institution’s management before.', example: true })
  readonly raisedWithManagement: boolean;

  @TextsField({
    meaning: 'The harm, in the words of those whom it would befall.',
    example: [{ lang: 'en', text: 'The quay is closed to our boats.', kind: 'original' }],
    ...WORDS,
  })
  readonly harm: readonly AuthoredText[];
}

export class MemorandumOptionRequest {
  @TextsField({
    meaning: 'Title of the option.',
    example: [{ lang: 'en', text: 'A joint review of the schedule', kind: 'original' }],
    max: 300,
  })
  readonly title: readonly AuthoredText[];

  @TextsField({
    meaning: 'The option.',
    example: [{ lang: 'en', text: 'Both sides review the schedule within a year.', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

/** Options for both capitals. */
export class MemorandumRequest {
  @ListField(() => MemorandumOptionRequest, {
    meaning: 'The options, two or more.',
    example: [
      {
        title: [{ lang: 'en', text: 'A joint review', kind: 'original' }],
        text: [{ lang: 'en', text: 'Both sides review the schedule.', kind: 'original' }],
      },
      {
        title: [{ lang: 'en', text: 'A phased reduction', kind: 'original' }],
        text: [{ lang: 'en', text: 'The duty falls year by year.', kind: 'original' }],
      },
    ],
    min: 1,
    max: 10,
  })
  readonly options: readonly MemorandumOptionRequest[];
}

/** A request for a dossier, with the own words of who asks for the draft. */
export class DossierRequestBody {
  @EnumField({
    meaning: 'Forum that the dossier is for. Its standing check comes before anything is built (I-49).',
    example: 'WTO',
    values: FORUM_CODES,
  })
  readonly forum: ForumCode;

  @ListField(() => ConsultationProvisionRequest, {
    meaning:
      'Provisions under which consultations are requested (DSU 4.4). A request for consultations names ' +
      'at least one; any other draft may leave it empty.',
    example: [
      { agreement: 'DSU', provision: '4' },
      { agreement: 'GATT1994', provision: 'XXII:1' },
    ],
    min: 0,
    max: 20,
  })
  readonly consultationProvisions: readonly ConsultationProvisionRequest[];

  @TextListField({
    meaning: 'Ids of the measures at issue, as in the grievance. A request may be narrower than the grievance.',
    example: ['M1'],
    min: 1,
    max: 50,
    unique: true,
    of: { max: 20 },
  })
  readonly measures: readonly string[];

  @TextListField({
    meaning: 'Ids of the claims, each against one of the measures named.',
    example: ['C1', 'C2'],
    min: 1,
    max: 200,
    unique: true,
    of: { max: 20 },
  })
  readonly claims: readonly string[];

  @BooleanField({
    meaning: 'Whether the draft reserves the right to address further measures and claims.',
    example: true,
  })
  readonly furtherClaimsReserved: boolean;

  @TextsField({
    meaning: 'What else the draft says, in your own words. May be empty.',
    example: [{ lang: 'en', text: 'An early date would be welcome.', kind: 'original' }],
    min: 0,
    max: 20_000,
    multiline: true,
  })
  readonly statement: readonly AuthoredText[];

  @TextsField({
    meaning:
      'Statement of the evidence available, which a subsidy claim needs (SCM 4.2, 7.2). Otherwise it may be empty.',
    example: [],
    min: 0,
    max: 20_000,
    multiline: true,
  })
  readonly availableEvidence: readonly AuthoredText[];

  @NestedField(() => PanelRequestBody, {
    meaning: 'Makes it a draft of a panel request (DSU 6.2); for the WTO alone.',
    example: {
      consultations: { symbol: 'WT/DS633/1', requestedOn: '2025-02-04', heldOn: ['2025-03-14'] },
      withoutConsultations: [],
      earlierBecause: [],
      summary: [{ lang: 'en', text: 'An advantage is withheld.', kind: 'original' }],
    },
    optional: true,
  })
  readonly panelRequest?: PanelRequestBody;

  @NestedField(() => ChannelRequestBody, {
    meaning: 'Who would file, and where; for the World Bank alone, which hears no state.',
    example: {
      channel: 'inspection-panel',
      institution: 'IBRD',
      project: { id: 'P123456', name: 'Port rehabilitation' },
      requester: 'affected-people',
      people: 2,
      raisedWithManagement: true,
      harm: [{ lang: 'en', text: 'The quay is closed to our boats.', kind: 'original' }],
    },
    optional: true,
  })
  readonly channel?: ChannelRequestBody;

  @NestedField(() => MemorandumRequest, {
    meaning: 'Options for both capitals; for the capitals alone.',
    example: {
      options: [
        {
          title: [{ lang: 'en', text: 'A joint review', kind: 'original' }],
          text: [{ lang: 'en', text: 'Both sides review the schedule.', kind: 'original' }],
        },
        {
          title: [{ lang: 'en', text: 'A phased reduction', kind: 'original' }],
          text: [{ lang: 'en', text: 'The duty falls year by year.', kind: 'original' }],
        },
      ],
    },
    optional: true,
  })
  readonly memorandum?: MemorandumRequest;
}

/** A co-head's signature: an authenticated act that names what the signer was shown. */
export class DossierSignatureRequest {
  @Sha256Field({
    meaning: 'SHA-256 of the dossier’s manifest-sha256.txt, as the dossier shows it.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: string;

  @TextField({
    meaning: 'A compact JWS by the signer’s own key over the digest, where there is one.',
    example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
    max: 4_000,
    optional: true,
  })
  readonly jws?: string;
}

/** That an issued dossier was handed to its forum. */
export class TransmissionRequest {
  @InstantField({ meaning: 'When it was handed over: after it was issued.', example: '2025-07-16T09:00:00Z' })
  readonly handedOverAt: string;

  @TextField({
    meaning: 'Reference on the forum’s receipt, where it gave one.',
    example: '24-1234',
    max: 200,
    optional: true,
  })
  readonly receipt?: string;
}

/** Something that happened at a forum, by the document that tells of it. */
export class ForumEventRequest {
  @EnumField({ meaning: 'The forum.', example: 'WTO', values: FORUM_CODES })
  readonly forum: ForumCode;

  @EnumField({ meaning: 'What happened there.', example: 'consultations-requested', values: FORUM_EVENT_KINDS })
  readonly kind: ForumEventKind;

  @TextField({
    meaning: 'Symbol of the document, in the form in which the forum names its documents (GET /v1/forums).',
    example: 'WT/DS633/1',
    max: 60,
  })
  readonly symbol: string;

  @DateField({ meaning: 'Date on which the document was communicated to the forum.', example: '2025-07-16' })
  readonly communicatedOn: string;

  @DateField({
    meaning: 'Date on which the forum circulated it; left out until it has, and then recorded again with it.',
    example: '2025-07-18',
    optional: true,
  })
  readonly circulatedOn?: string;

  @TextsField({
    meaning: 'Title of the document.',
    example: [{ lang: 'en', text: 'Request for consultations by China', kind: 'original' }],
    max: 500,
  })
  readonly title: readonly AuthoredText[];
}
