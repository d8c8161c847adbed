import type { Bilingual } from '@parley/kernel';

/** One kind of problem: what never changes from one occurrence to the next. */
export interface ProblemKind extends Bilingual {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly rule?: string;
}
