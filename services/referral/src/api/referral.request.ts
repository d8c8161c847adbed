import { BooleanField, DateField, EnumField, InstantField, ListField, Sha256Field, TextField, TextListField, TextsField, type AuthoredText } from '@parley/platform';
import { FORUM_CODES, type ForumCode } from '../domain/forums/forum-rules';
import { FORUM_EVENT_KINDS, type ForumEventKind } from '../domain/transmission/transmission';

export class ConsultationProvisionRequest {
  @TextField({ meaning: 'Code of the covered agreement.', example: 'GATT1994', max: 20 })
  readonly agreement: string;

  @TextField({ meaning: 'Provision of it under which consultations are requested, as GET /v1/forums lists it.', example: 'XXII:1', max: 20 })
  readonly provision: string;
}

/** A request for a dossier, with the complainant's own words for the draft. */
export class DossierRequestBody {
  @EnumField({ meaning: 'Forum that the dossier is for. Its standing check comes before anything is built (I-49).', example: 'WTO', values: FORUM_CODES })
  readonly forum: ForumCode;

  @ListField(() => ConsultationProvisionRequest, {
    meaning: 'Provisions under which consultations are requested (DSU 4.4).',
    example: [
      { agreement: 'DSU', provision: '4' },
      { agreement: 'GATT1994', provision: 'XXII:1' },
    ],
    min: 1,
    max: 20,
  })
  readonly consultationProvisions: readonly ConsultationProvisionRequest[];

  @TextListField({ meaning: 'Ids of the measures at issue, as in the grievance. A request may be narrower than the grievance.', example: ['M1'], min: 1, max: 50, unique: true, of: { max: 20 } })
  readonly measures: readonly string[];

  @TextListField({ meaning: 'Ids of the claims, each against one of the measures named.', example: ['C1', 'C2'], min: 1, max: 200, unique: true, of: { max: 20 } })
  readonly claims: readonly string[];

  @BooleanField({ meaning: 'Whether the draft reserves the right to address further measures and claims.', example: true })
  readonly furtherClaimsReserved: boolean;

  @TextsField({
    meaning: 'What else the draft says, in the complainant’s own words. May be empty.',
    example: [{ lang: 'en', text: 'An early date would be welcome.', kind: 'original' }],
    min: 0,
    max: 20_000,
    multiline: true,
  })
  readonly statement: readonly AuthoredText[];

  @TextsField({
    meaning: 'Statement of the evidence available, which a subsidy claim needs (SCM 4.2, 7.2). Otherwise it may be empty.',
    example: [],
    min: 0,
    max: 20_000,
    multiline: true,
  })
  readonly availableEvidence: readonly AuthoredText[];
}

/** A co-head's signature: an authenticated act that names what the signer was shown. */
export class DossierSignatureRequest {
  @Sha256Field({ meaning: 'SHA-256 of the dossier’s manifest-sha256.txt, as the dossier shows it.', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  readonly digest: string;

  @TextField({ meaning: 'A compact JWS by the signer’s own key over the digest, where there is one.', example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln', max: 4_000, optional: true })
  readonly jws?: string;
}

/** That an issued dossier was handed to its forum. */
export class TransmissionRequest {
  @InstantField({ meaning: 'When it was handed over: after it was issued.', example: '2025-07-16T09:00:00Z' })
  readonly handedOverAt: string;

  @TextField({ meaning: 'Reference on the forum’s receipt, where it gave one.', example: '24-1234', max: 200, optional: true })
  readonly receipt?: string;
}

/** Something that happened at a forum, by the document that tells of it. */
export class ForumEventRequest {
  @EnumField({ meaning: 'The forum.', example: 'WTO', values: FORUM_CODES })
  readonly forum: ForumCode;

  @EnumField({ meaning: 'What happened there.', example: 'consultations-requested', values: FORUM_EVENT_KINDS })
  readonly kind: ForumEventKind;

  @TextField({ meaning: 'Symbol of the document, in the form in which the forum names its documents (GET /v1/forums).', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @DateField({ meaning: 'Date on which the document was communicated to the forum.', example: '2025-07-16' })
  readonly communicatedOn: string;

  @DateField({ meaning: 'Date on which the forum circulated it; left out until it has, and then recorded again with it.', example: '2025-07-18', optional: true })
  readonly circulatedOn?: string;

  @TextsField({
    meaning: 'Title of the document.',
    example: [{ lang: 'en', text: 'Request for consultations by China', kind: 'original' }],
    max: 500,
  })
  readonly title: readonly AuthoredText[];
}
