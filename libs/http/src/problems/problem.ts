import type { Bilingual, Standing } from '@parley/kernel';

/** One field at fault. */
export interface FieldProblem {
  /** JSON pointer into the request: `/claims/0/measure`; empty for the whole of it. */
  readonly path: string;
  readonly code: string;
  readonly rule?: string;
  readonly message: Bilingual;
}

/** An answer that is not success, as RFC 9457 problem details. */
export interface Problem {
  /** `/problems/<code>`, where the problem is described. */
  readonly type: string;
  /** A few words in the language that the client prefers. */
  readonly title: string;
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** The rule that refuses: an invariant, a stage or an article. */
  readonly rule?: string;
  /** The sentence in the language that the client prefers. */
  readonly detail: string;
  readonly messages: Bilingual;
  readonly errors?: readonly FieldProblem[];
  /** Where the case stands in which a rule refuses an act. */
  readonly stands?: Standing;
  /** The path that was asked for. */
  readonly instance: string;
  readonly traceId?: string;
}

export const PROBLEM_CONTENT = 'application/problem+json';
