import type { PersonId, Sha256 } from '@parley/kernel';
import { InstantField, IntField, ListField, NestedField, Sha256Field, TextField } from '@parley/http';
import { ReportEntryRequest } from '../compliance/compliance.request';

/** What every entry says: whose act it is, by which channel it came, and when. */
class FallbackEntryRequest {
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
  readonly from: PersonId;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;
}

export class LateTextSignatureRequest {
  @IntField({ meaning: 'Number of the text.', example: 1, min: 1, max: 10_000 })
  readonly text: number;

  @Sha256Field({ meaning: 'Digest that was signed, as the text shows it.', example: '5e1d6bd7'.repeat(8) })
  readonly digest: Sha256;
}

/** One act of a party in a settlement. */
export class SettlementEntryRequest extends FallbackEntryRequest {
  @IntField({
    meaning: 'Number of the proposal of conciliation that was accepted.',
    example: 1,
    min: 1,
    max: 10_000,
    optional: true,
  })
  readonly conciliation?: number;

  @NestedField(() => LateTextSignatureRequest, {
    meaning: 'A signature of the text on the table.',
    example: { text: 1, digest: '5e1d6bd7'.repeat(8) },
    optional: true,
  })
  readonly signature?: LateTextSignatureRequest;
}

export class DossierSignatureEntryRequest extends FallbackEntryRequest {
  @IntField({ meaning: 'Number of the dossier that was signed.', example: 1, min: 1, max: 10_000 })
  readonly dossier: number;

  @Sha256Field({ meaning: 'Digest that the co-head signed.', example: '5e1d6bd7'.repeat(8) })
  readonly digest: Sha256;
}

export class StatusReportEntryRequest extends FallbackEntryRequest {
  @IntField({ meaning: 'Number of the review that the report comes before.', example: 1, min: 1, max: 10_000 })
  readonly review: number;

  @ListField(() => ReportEntryRequest, {
    meaning: 'Every obligation of that side that is not fulfilled, once each.',
    example: [
      {
        obligation: 'O1',
        says: 'on-course',
        note: [{ lang: 'en', text: 'The order was amended on 1 March.', kind: 'original' }],
      },
    ],
    min: 1,
    max: 30,
  })
  readonly entries: readonly ReportEntryRequest[];
}
