import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';

const part = {
  meaning: 'The reasons, or the statement of the side of that role.',
  values: ['reasons', 'complainant', 'respondent'],
} as const;

@ApiSchema({ description: 'A translation of a text of the findings.' })
export class TranslatedTextShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown(part)
  readonly part: string;

  @Shown({ meaning: 'The text in the language in which it had not been written.', type: () => AuthoredText })
  readonly text: AuthoredText;
}

@ApiSchema({ description: 'A text that stands in one language alone.' })
export class UntranslatedShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown(part)
  readonly part: string;

  @Shown({ meaning: 'The language that the text lacks.', values: ['en', 'zh-Hans'] })
  readonly lang: string;
}
