import { EnumField, TextField, TextsField, type AuthoredText } from '@parley/http';
import { SUMMARY_ANSWERS, type SummaryAnswer } from '../../domain/summaries/summary';

export class SummaryRequestRequest {
  @TextField({
    meaning: 'What is to be summarised: an exhibit’s number, a passage of the reply.',
    example: 'USA-1',
    max: 500,
  })
  readonly of: string;

  @TextsField({ meaning: 'Why it is needed; may be empty.', example: [], min: 0, max: 5_000, multiline: true })
  readonly reasons: readonly AuthoredText[];
}

export class SummaryAnswerRequest {
  @EnumField({ meaning: 'Whether the summary is given, or declined.', example: 'given', values: SUMMARY_ANSWERS })
  readonly answer: SummaryAnswer;

  @TextsField({
    meaning: 'The summary, or why none is given.',
    example: [{ lang: 'en', text: 'Prices fell by about a third.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}
