import { Shown } from '@parley/http';

export class EvidenceWordsShown {
  @Shown({ meaning: 'In English.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'In simplified Chinese.', kind: 'sentence', example: '译文期限已过。' })
  readonly 'zh-Hans': string;
}

/** A deadline of this service that explains itself (I-16). */
export class EvidenceDeadlineShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'translation:US:USA-1:zh-Hans', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'translation', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Rule that is quoted for it.', example: 'languages', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time', example: '2025-02-20T16:00:00.000Z' })
  readonly dueAt: string;

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;

  @Shown({ meaning: 'How it was counted, in words.', type: () => EvidenceWordsShown })
  readonly arithmetic: EvidenceWordsShown;

  @Shown({
    meaning: 'The whole record: rule, trigger, calendar version, zone, steps.',
    schema: { type: 'object', additionalProperties: true },
  })
  readonly record: object;
}
