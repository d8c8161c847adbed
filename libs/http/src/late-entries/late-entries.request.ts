import { ApiSchema } from '@nestjs/swagger';
import type { Instant, Sha256 } from '@parley/kernel';
import { LATE_ENTRY_VERDICTS, type LateEntryVerdict } from '@parley/procedure';
import { EnumField, InstantField, NestedField, Sha256Field, TextField } from '../fields/field-decorators';
import { TextsField, type AuthoredText } from '../fields/texts.field';

const DIGEST = '5e1d6bd7'.repeat(8);

@ApiSchema({ description: 'By which way an act came that was not sent here, when, and what came.' })
export class CameByRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({
    meaning:
      'When it came: its true instant of receipt. Its side enters an act by the end of the next joint business day, ' +
      'and it is without effect until the other registry confirms it or an outage covers it.',
    example: '2025-02-21T15:45:00+01:00',
  })
  readonly cameAt: Instant;

  @Sha256Field({ meaning: 'SHA-256 of the original, which is uploaded first (`POST /v1/uploads`).', example: DIGEST })
  readonly original: Sha256;
}

/** Of an act that may be entered late. */
export const CameByField = (): PropertyDecorator =>
  NestedField(() => CameByRequest, {
    meaning: 'Where the act came by another channel (I-67).',
    example: { channel: 'Note handed over at the seat', cameAt: '2025-02-21T15:45:00+01:00', original: DIGEST },
    optional: true,
  });

@ApiSchema({ description: 'What is said beside an act that may be entered late.' })
export class MayComeLateRequest {
  @CameByField()
  readonly received?: CameByRequest;
}

/** Of paper for others. */
export const PaperReceivedField = (): PropertyDecorator =>
  NestedField(() => CameByRequest, {
    meaning:
      'By which way the registry received it, when, and the original. It is without effect until a registry officer ' +
      'of the other side confirms it over the digest of the original; not answered in 2 joint business days (urgent: ' +
      '24 hours) it stands as unconfirmed, refused it does not count (I-67).',
    example: { channel: 'Post', cameAt: '2025-02-21T15:45:00+01:00', original: DIGEST },
  });

/** What is said of paper for others, beside what it says. */
export class PaperReceived {
  @PaperReceivedField()
  readonly received: CameByRequest;
}

@ApiSchema({ description: 'What the other side’s registry says of an entry.' })
export class LateEntryAnswerRequest {
  @EnumField({
    meaning: 'Whether it came as the entry says, or is not confirmed.',
    example: 'confirmed',
    values: LATE_ENTRY_VERDICTS,
  })
  readonly verdict: LateEntryVerdict;

  @Sha256Field({ meaning: 'SHA-256 of the original that was read, as the entry shows it.', example: DIGEST })
  readonly original: Sha256;

  @TextsField({ meaning: 'Why; may be empty.', example: [], min: 0, max: 2_000, multiline: true })
  readonly reason: readonly AuthoredText[];
}
