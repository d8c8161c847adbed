import { EnumField, InstantField, NestedField, TextField } from '@parley/http';
import { ReadersSignatureRequest } from '../readers.request';
import { TranslationRequest } from '../translation.request';

const NumberField = (meaning: string): PropertyDecorator => TextField({ meaning, example: 'USA-1', max: 100 });

export class LateReadersSignatureRequest extends ReadersSignatureRequest {
  @NumberField('Number of the exhibit.')
  readonly exhibit: string;
}

const ORIGINALS = ['exhibit', 'document'] as const;

/** What was handed in is uploaded by the party’s desk, too. */
export class LateTranslationRequest extends TranslationRequest {
  @NumberField('Number of the exhibit, or id of the document, that it renders.')
  readonly number: string;

  @EnumField({
    meaning: 'What it renders; an exhibit when left out.',
    example: 'exhibit',
    values: ORIGINALS,
    optional: true,
  })
  readonly of?: (typeof ORIGINALS)[number];
}

/** What came by another channel, entered by the registry: whose it is, when it came, and one act. */
export class EvidenceEntryRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({ meaning: 'When it came: its true instant of receipt.', example: '2025-02-21T15:45:00+01:00' })
  readonly cameAt: string;

  @TextField({
    meaning: 'Pseudonym of who acted, as the act names them.',
    example: 'us-desk',
    max: 100,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  })
  readonly from: string;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;

  @NestedField(() => LateReadersSignatureRequest, {
    meaning: 'A co-head’s signature of a change of readers that the other had signed.',
    example: {},
    optional: true,
  })
  readonly readersSignature?: LateReadersSignatureRequest;

  @NestedField(() => LateTranslationRequest, { meaning: 'A translation by a party.', example: {}, optional: true })
  readonly translation?: LateTranslationRequest;
}
