import { ApiSchema } from '@nestjs/swagger';
import type { Sha256 } from '@parley/kernel';
import { AuthoredText, InstantField, Sha256Field, Shown, TextField, TextsField } from '@parley/http';
import type { CaseState } from '../case-commands.rules';
import { LEVELS, consultationsBegun } from './time-of-call.rules';

export class CallTimeRequest {
  @InstantField({
    meaning:
      'Another time for the call. The other side is awaited at it, and a call that it does not ' +
      'take is unanswered by it.',
    example: '2026-03-19T14:00:00+01:00',
  })
  readonly proposedFor: string;
}

export class MinutesRequest {
  @TextField({ meaning: 'Id of the call, which was answered.', example: 'call:1', max: 20 })
  readonly callId: string;

  @TextsField({
    meaning: 'What was said, as your side holds it.',
    example: [{ lang: 'en', text: 'Both sides explained their figures.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class MinutesSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the minutes as they stand: SHA-256 over the canonical JSON of `{caseId, callId, text}`.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

@ApiSchema({ description: 'How a matter rose by a level.' })
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

@ApiSchema({ description: 'Minutes of a call.' })
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

@ApiSchema({ description: 'Who consults for a side at a level.' })
export class DesignatedShown {
  @Shown({ meaning: 'Party.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'Who makes and takes calls for it; empty while nobody is designated and its whole desk does.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly persons: readonly string[];
}

@ApiSchema({ description: 'The consultations (S5) but for the ledger of calls.' })
export class ConsultationsShown {
  @Shown({ meaning: 'Level at which the parties consult.', values: LEVELS })
  readonly level: string;

  @Shown({
    meaning: 'Whom each side has designated for this level, the complainant’s first; failing them, its head.',
    type: () => DesignatedShown,
    list: true,
  })
  readonly designated: readonly DesignatedShown[];

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

/** S5 of a case as the parties see it. For a case without S5 so far, it shows how S5 will begin. */
export function showConsultations(state: CaseState, designated: readonly DesignatedShown[]): ConsultationsShown {
  const exchange = 'exchange' in state ? state.exchange : undefined;
  const { level, escalations, concludedBy, minutes } =
    exchange && exchange.stage !== 'awaiting-reply' ? exchange.consultations : consultationsBegun;
  return {
    level,
    designated,
    escalations,
    concludedBy,
    minutes: minutes.map(({ id, callId, party, filedAt, text, digest, agreed }) => ({
      id,
      callId,
      party,
      filedAt,
      text,
      digest,
      agreedAt: agreed?.at ?? null,
    })),
  };
}

@ApiSchema({ description: 'What became of a call.' })
export class CallOutcomeShown {
  @Shown({
    meaning: 'Whether the call was answered; `released` when both concluded the consultations before it.',
    values: ['answered', 'unanswered', 'released'],
    example: 'unanswered',
  })
  readonly kind: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'Another time that was named for a call.' })
export class CallMoveShown {
  @Shown({ meaning: 'Party that named the other time.', kind: 'party' })
  readonly by: string;

  @Shown({ meaning: 'When it did (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Time before (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'Time named (UTC).', format: 'date-time' })
  readonly to: string;
}

@ApiSchema({ description: 'A call of the ledger.' })
export class CallShown {
  @Shown({ meaning: 'Id of the call within the case.', example: 'call:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Its number in the case, from 1.', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Party that offered it.', kind: 'party' })
  readonly offeredBy: string;

  @Shown({ meaning: 'When it was offered (UTC).', format: 'date-time' })
  readonly offeredAt: string;

  @Shown({ meaning: 'Level at which it was offered.', values: LEVELS })
  readonly level: string;

  @Shown({ meaning: 'When it is to take place (UTC), as it was named last.', format: 'date-time' })
  readonly proposedFor: string;

  @Shown({ meaning: 'Party that named this time; the other is awaited.', kind: 'party' })
  readonly namedBy: string;

  @Shown({ meaning: 'Other times that were named before, the first one first.', type: () => CallMoveShown, list: true })
  readonly moves: readonly CallMoveShown[];

  @Shown({
    meaning: 'When the party awaited accepted the time (UTC); `null` as long as it has not.',
    format: 'date-time',
    nullable: true,
  })
  readonly acceptedAt: string | null;

  @Shown({ meaning: 'What became of it; `null` while it is open.', type: () => CallOutcomeShown, nullable: true })
  readonly outcome: CallOutcomeShown | null;
}
