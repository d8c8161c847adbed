import { ApiSchema } from '@nestjs/swagger';
import {
  AuthoredText,
  CameByRequest,
  EnumField,
  InstantField,
  ListField,
  NestedField,
  PaperReceivedField,
  TextField,
  TextListField,
  TextsField,
} from '@parley/http';
import { WRITTEN_IN, type WrittenIn } from '../translations/translations.rules';
import { UploadedFileRequest } from '../uploads/uploads.response';
import { REDACTION_REASONS, type ExhibitTier, type RedactionReason } from './exhibit-commands.rules';

export const EXHIBIT_TIERS: readonly ExhibitTier[] = ['PUBLIC', 'PARTIES', 'PANEL'];

const HandField = (meaning: string, example: string): PropertyDecorator =>
  TextField({ meaning: `${meaning} An office, never a person's name.`, example, max: 200 });

export class CustodyRequest {
  @HandField('Who hands the exhibit over.', 'Desk of the United States')
  readonly from: string;

  @HandField('Who receives it.', 'Registry')
  readonly to: string;

  @InstantField({ meaning: 'When it changed hands; not in the future.', example: '2025-02-05T09:00:00+01:00' })
  readonly at: string;

  @TextField({ meaning: 'What for.', example: 'Filing', max: 500 })
  readonly purpose: string;
}

export class CustodyPaperRequest extends CustodyRequest {
  @PaperReceivedField()
  readonly received: CameByRequest;
}

@ApiSchema({ description: 'A passage left out, and why.' })
export class RemovedPassageRequest {
  @TextField({
    meaning:
      'The passage as it stands in the original. It is searched for in every layer of the public ' +
      'version and kept nowhere.',
    example: 'Acme Steel Works',
    max: 2_000,
    multiline: true,
  })
  readonly passage: string;

  @EnumField({
    meaning: 'Coded reason why it was left out.',
    example: 'business-confidential',
    values: REDACTION_REASONS,
  })
  readonly reason: RedactionReason;
}

export class PublicVersionRequest extends UploadedFileRequest {
  @EnumField({
    meaning: 'Coded reason why something was left out (I-41).',
    example: 'business-confidential',
    values: REDACTION_REASONS,
  })
  readonly reason: RedactionReason;

  @ListField(() => RemovedPassageRequest, {
    meaning:
      'What was left out, passage by passage; may be empty for a picture alone. Only the number of ' +
      'passages for each reason is recorded.',
    example: [{ passage: 'Acme Steel Works', reason: 'business-confidential' }],
    max: 200,
  })
  readonly removed: RemovedPassageRequest[];
}

export class ExhibitRequest extends UploadedFileRequest {
  @TextsField({
    meaning: 'Title, in one language or more.',
    example: [{ lang: 'en', text: 'Tariff notice', kind: 'original' }],
    max: 500,
  })
  readonly title: AuthoredText[];

  @EnumField({
    meaning: 'Who may read it: everybody; both parties and the registry; or those and the panel.',
    example: 'PANEL',
    values: EXHIBIT_TIERS,
  })
  readonly tier: ExhibitTier;

  @TextListField({
    meaning:
      'Ids of the claims that it goes to; none for the case as a whole. Checked against the grievance ' +
      'from the registration on. For claims that came during the review alone it is in time until their own last day ' +
      'for evidence (I-70).',
    example: ['C1'],
    max: 100,
    unique: true,
    of: { max: 32, pattern: /^[A-Za-z0-9._-]+$/ },
  })
  readonly claims: string[];

  @NestedField(() => CustodyRequest, {
    meaning: 'First entry of the custody record (I-34).',
    example: {
      from: 'Bureau of Industry',
      to: 'Desk of the United States',
      at: '2025-02-05T09:00:00+01:00',
      purpose: 'Filing',
    },
  })
  readonly custody: CustodyRequest;

  @NestedField(() => PublicVersionRequest, {
    meaning: 'A version that everybody may read, for an exhibit that not everybody may.',
    example: {
      uploadId: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
      digest: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      fileName: 'tariff-notice-public.pdf',
      mediaType: 'application/pdf',
      reason: 'business-confidential',
      removed: [{ passage: 'Acme Steel Works', reason: 'business-confidential' }],
    },
    optional: true,
  })
  readonly publicVersion?: PublicVersionRequest;

  @EnumField({
    meaning:
      'In what its own words are written; a translation into the other language is due in 10 joint business days. ' +
      'Both languages and no words at all need none; of another language one into each is due. When left ' +
      'out, what the title is written in.',
    example: 'en',
    values: WRITTEN_IN,
    optional: true,
  })
  readonly writtenIn?: WrittenIn;

  @TextField({
    meaning:
      'Number of an exhibit of your party that this one puts right (I-35). Both stay, and the earlier ' +
      'one says what corrects it.',
    example: 'USA-1',
    max: 12,
    pattern: /^[A-Z]{2,5}-[1-9]\d{0,5}$/,
    optional: true,
  })
  readonly corrects?: string;

  @TextField({
    meaning:
      'Number of an exhibit of the other party that this one answers, or the request that both co-chairs made to ' +
      'yours. After the last day for evidence such an answer is still in time (I-70).',
    example: 'CHN-1',
    max: 12,
    pattern: /^([A-Z]{2,5}-[1-9]\d{0,5}|request:[1-9]\d?)$/,
    optional: true,
  })
  readonly answers?: string;
}
