import { AuthoredText, Shown } from '@parley/http';

export class CounterStatementShown {
  @Shown({ meaning: 'Claim that is answered.', kind: 'claim' })
  readonly claim: string;

  @Shown({ meaning: 'What is said of it.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];
}
