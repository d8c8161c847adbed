import { ApiSchema } from '@nestjs/swagger';
import type { Sha256 } from '@parley/kernel';
import {
  BooleanField,
  EnumField,
  ListField,
  NestedField,
  Sha256Field,
  TextListField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import { MOST_CLAIMS, MOST_MEASURES } from '@parley/procedure';
import { FORUM_CODES, type ForumCode } from '../forums/forums.rules';
import {
  ChannelDraftRequest,
  ConsultationProvisionRequest,
  MemorandumRequest,
  PanelDraftRequest,
} from './draft.request';

@ApiSchema({ description: 'A request for a dossier, with the applicant’s own words for the draft.' })
export class DossierOrderRequest {
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
    max: MOST_MEASURES,
    unique: true,
    of: { max: 20 },
  })
  readonly measures: readonly string[];

  @TextListField({
    meaning: 'Ids of the claims, each against one of the measures named.',
    example: ['C1', 'C2'],
    min: 1,
    max: MOST_CLAIMS,
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

  @NestedField(() => PanelDraftRequest, {
    meaning: 'Makes it a draft of a panel request (DSU 6.2); for the WTO alone.',
    example: {
      consultations: { symbol: 'WT/DS633/1', requestedOn: '2025-02-04', heldOn: ['2025-03-14'] },
      withoutConsultations: [],
      earlierBecause: [],
      summary: [{ lang: 'en', text: 'An advantage is withheld.', kind: 'original' }],
    },
    optional: true,
  })
  readonly panelRequest?: PanelDraftRequest;

  @NestedField(() => ChannelDraftRequest, {
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
  readonly channel?: ChannelDraftRequest;

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

@ApiSchema({ description: 'A co-head’s signature: an authenticated act that names what the signer was shown.' })
export class DossierSignatureRequest {
  @Sha256Field({
    meaning: 'SHA-256 of the dossier’s manifest-sha256.txt, as the dossier shows it.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: Sha256;
}
