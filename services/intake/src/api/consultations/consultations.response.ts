import { AuthoredText, Shown } from '@parley/http';
import { LEVELS } from '../../domain/consultations/level';

export class EscalationShown {
  @Shown({ meaning: 'Level before.', values: LEVELS })
  readonly from: string;

  @Shown({ meaning: 'Level after.', values: LEVELS, example: 'deputies' })
  readonly to: string;

  @Shown({
    meaning: 'Party that escalated; `null` when the time of the level was over.',
    kind: 'party',
    nullable: true,
  })
  readonly by: string | null;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

export class MinutesShown {
  @Shown({ meaning: 'Id of the minutes within the case.', example: 'minutes:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Id of the call.', example: 'call:1', kind: 'word' })
  readonly callId: string;

  @Shown({ meaning: 'Party that filed them.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When they were filed (UTC).', format: 'date-time' })
  readonly filedAt: string;

  @Shown({ meaning: 'What was said, as that party holds it.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({
    meaning: 'What the other side signs: SHA-256 over the canonical JSON of `{caseId, callId, text}`.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({
    meaning: 'When the other side signed the same digest (UTC); `null` while they are one side’s own.',
    format: 'date-time',
    nullable: true,
  })
  readonly agreedAt: string | null;
}

/** S5 beside the ledger of calls. */
export class ConsultationsShown {
  @Shown({ meaning: 'Level at which the parties consult.', values: LEVELS })
  readonly level: string;

  @Shown({ meaning: 'How the matter rose.', type: () => EscalationShown, list: true })
  readonly escalations: readonly EscalationShown[];

  @Shown({
    meaning: 'Parties that hold the consultations to be concluded; with both they are.',
    type: () => String,
    list: true,
    kind: 'party',
  })
  readonly concludedBy: readonly string[];

  @Shown({
    meaning: 'Minutes of calls: agreed by both, or each side’s own side by side.',
    type: () => MinutesShown,
    list: true,
  })
  readonly minutes: readonly MinutesShown[];
}
