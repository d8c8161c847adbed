import type { Refused } from '@parley/kernel';
import type { FieldProblem } from './problem';
import { kindOfReason, type ProblemKind } from './problem-kind';

/** A controller throws it to answer with a problem. The filter turns it into problem details. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly kind: ProblemKind,
    readonly errors: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(kind.en);
  }

  /** The problem of a business refusal: its reason's status (409 when it names none), code and rule. */
  static refused({ reason, path }: Refused): ProblemError {
    const errors =
      path === undefined
        ? []
        : [{ path, code: reason.code, rule: reason.rule, message: { en: reason.en, 'zh-Hans': reason['zh-Hans'] } }];
    return new ProblemError(kindOfReason(reason), errors);
  }
}
