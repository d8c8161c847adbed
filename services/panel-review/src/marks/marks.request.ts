import { EnumField, Sha256Field, TextField, TextListField } from '@parley/http';
import type { Sha256 } from '@parley/kernel';
import { MARK_REASONS, type MarkReason } from './marks.rules';

export class MarkRequest {
  @TextListField({
    meaning:
      'Passages, word for word as they stand in reasons or statements. Each is left out wherever it stands in them, ' +
      'in whichever language.',
    example: ['The duty is not applied to like products'],
    min: 1,
    max: 20,
    unique: true,
    of: { max: 50_000, multiline: true },
  })
  readonly passages: readonly string[];

  @TextField({
    meaning:
      'What of one’s own they give away: the number of an exhibit that is not public, the id of an answer or comment ' +
      'before the panel, `interim-comment`, `grievance` or `reply`.',
    example: 'USA-1',
    max: 60,
  })
  readonly givesAway: string;

  @EnumField({ meaning: 'Why it is confidential.', example: 'business-confidential', values: MARK_REASONS })
  readonly reason: MarkReason;
}

export class MarkLeaveRequest {
  @Sha256Field({
    meaning: 'Digest of the mark, as `GET …/panel/findings` shows it.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}
