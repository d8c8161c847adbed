import { ApiSchema } from '@nestjs/swagger';
import { DeadlineShown, Shown } from '@parley/http';
import { DOSSIER_BASES } from './dossier.rules';
import { DossierDraftShown } from './draft.response';
import { FORUM_CODES } from '../forums/forums.rules';

export const DOSSIER_STATUSES = ['signing', 'closed', 'issued'] as const;

@ApiSchema({ description: 'How a dossier was put together.' })
export class DossierAssemblyShown {
  @Shown({ meaning: 'SHA-256 of the dossier’s manifest-sha256.txt: what the co-heads sign.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning:
      'SHA-256 of data/record/inputs.json: everything that the dossier was made of. The same inputs give ' +
      'the same bytes (I-51). `null` for who may not read the dossier yet.',
    kind: 'digest',
    nullable: true,
  })
  readonly inputsDigest: string | null;

  @Shown({ meaning: 'Edition of the documents’ templates.', kind: 'version' })
  readonly edition: string;

  @Shown({ meaning: 'When it was put together (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({
    meaning: 'How many files it has; `null` for who may not read it yet.',
    example: 38,
    schema: { type: 'integer' },
    nullable: true,
  })
  readonly files: number | null;

  @Shown({
    meaning: 'Bytes of all files together; `null` for who may not read it yet.',
    example: 549_900,
    schema: { type: 'integer' },
    nullable: true,
  })
  readonly octets: number | null;

  @Shown({
    meaning:
      'How many things are withheld; document 10-withheld lists them (I-50). `null` for who may not read it yet.',
    example: 0,
    schema: { type: 'integer' },
    nullable: true,
  })
  readonly withheld: number | null;
}

@ApiSchema({ description: 'A signature of a dossier.' })
export class DossierSignatureShown {
  @Shown({ meaning: 'Co-head who signed, by pseudonym.', example: 'cn-cohead-1', kind: 'person' })
  readonly coHead: string;

  @Shown({ meaning: 'Party that appointed the co-head.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Digest that was signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When the signature was received (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'How the signing of a dossier ended.' })
export class SigningEndShown {
  @Shown({
    meaning: 'Through what the signing ended: both signatures, or the end of their time.',
    values: ['both-signatures', 'default'],
    example: 'default',
  })
  readonly by: string;

  @Shown({ meaning: 'When, in law (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'A packed dossier, by digest.' })
export class PackedDossierShown {
  @Shown({ meaning: 'SHA-256 of the .zip.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'Bytes of the .zip.', example: 584_574, schema: { type: 'integer' } })
  readonly sizeBytes: number;

  @Shown({ meaning: 'When it was issued to both sides, in law (UTC).', format: 'date-time' })
  readonly issuedAt: string;
}

@ApiSchema({ description: 'A dossier for a forum.' })
export class DossierShown {
  @Shown({ meaning: 'Number of the dossier in its case: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Party that asked for it: it is about its claims, and it hands it to the forum.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning:
      '`signing` until both co-heads signed or their time is up, `closed` while it is packed, `issued` from then on.',
    values: DOSSIER_STATUSES,
    example: 'issued',
  })
  readonly status: string;

  @Shown({ meaning: 'Forum that it is for.', values: FORUM_CODES, example: 'WTO' })
  readonly forum: string;

  @Shown({ meaning: 'Why it may issue (I-48).', values: DOSSIER_BASES, example: 'findings-final' })
  readonly basis: string;

  @Shown({ meaning: 'Version of the forum rules that its standing was checked under.', kind: 'version' })
  readonly forumRules: string;

  @Shown({
    meaning: 'When it was requested (UTC). It holds what was recorded by then.',
    format: 'date-time',
  })
  readonly requestedAt: string;

  @Shown({
    meaning: 'First instant at which it goes out whoever has signed (UTC).',
    format: 'date-time',
  })
  readonly dueAt: string;

  @Shown({ meaning: 'The same deadline with how it was counted (I-16).', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;

  @Shown({
    meaning: 'The draft of the party that asked for it; `null` for who may not read it before the dossier is issued.',
    type: () => DossierDraftShown,
    nullable: true,
  })
  readonly draft: DossierDraftShown | null;

  @Shown({
    meaning: 'What was put together; `null` until it is, and for who does not read what passes between the parties.',
    type: () => DossierAssemblyShown,
    nullable: true,
  })
  readonly assembly: DossierAssemblyShown | null;

  @Shown({ meaning: 'Signatures of the co-heads.', type: () => DossierSignatureShown, list: true })
  readonly signatures: readonly DossierSignatureShown[];

  @Shown({
    meaning: 'Parties whose co-head has not signed the dossier as it is.',
    type: () => String,
    list: true,
    example: ['US'],
    kind: 'party',
  })
  readonly missing: readonly string[];

  @Shown({ meaning: 'How the signing ended; `null` until it did.', type: () => SigningEndShown, nullable: true })
  readonly end: SigningEndShown | null;

  @Shown({ meaning: 'The packed dossier; `null` until it is issued.', type: () => PackedDossierShown, nullable: true })
  readonly packed: PackedDossierShown | null;
}

@ApiSchema({ description: 'An event that a dossier rests on.' })
export class EventInputShown {
  @Shown({ meaning: 'Id of the public event.', format: 'uuid', example: '0b7f4a0e-6c1f-8b5e-9d7e-2f1c3a5b7d9e' })
  readonly id: string;

  @Shown({ meaning: 'Its type.', example: 'parley.intake.v1.CaseRegistered', kind: 'word' })
  readonly type: string;

  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time' })
  readonly time: string;

  @Shown({ meaning: 'SHA-256 of its bytes.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'A file that a dossier rests on.' })
export class FileInputShown {
  @Shown({ meaning: 'Where it stands in the bag.', example: 'data/exhibits/CHN-1.pdf', max: 500 })
  readonly path: string;

  @Shown({ meaning: 'SHA-256 of its bytes.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'How many bytes it has.', example: 48_211, schema: { type: 'integer' } })
  readonly sizeBytes: number;
}

@ApiSchema({ description: 'What a dossier was made of.' })
export class DossierInputsShown {
  @Shown({ meaning: 'Public events that the documents rest on.', type: () => EventInputShown, list: true })
  readonly events: readonly EventInputShown[];

  @Shown({ meaning: 'Files of exhibits.', type: () => FileInputShown, list: true })
  readonly files: readonly FileInputShown[];
}

@ApiSchema({ description: 'A dossier with what it was made of.' })
export class DossierDetailShown extends DossierShown {
  @Shown({
    meaning: 'What it was made of; `null` for who may not read it yet, or until it is put together.',
    type: () => DossierInputsShown,
    nullable: true,
  })
  readonly inputs: DossierInputsShown | null;

  @Shown({
    meaning: 'Names of the single documents; empty for who may not read them yet.',
    type: () => String,
    list: true,
    example: ['01-cover.pdf'],
    kind: 'word',
  })
  readonly documents: readonly string[];
}
