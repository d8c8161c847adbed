import type { Refused, RefusalReason, Standing } from '@parley/kernel';
import { listedFaults } from '../fields/listed-faults';
import type { FieldProblem } from './problem';
import { kindOfReason, type ProblemKind } from './problem-kind';

/** A controller throws it to answer with a problem. The filter turns it into problem details. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly kind: ProblemKind,
    readonly errors: readonly FieldProblem[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    readonly stands?: Standing,
  ) {
    super(kind.en);
  }

  /** The same, with where the case stands. */
  standing(stands: Standing): ProblemError {
    return new ProblemError(this.kind, this.errors, this.headers, stands);
  }

  /**
   * The problem of a business refusal: the status of its reason (409 when it names none), its code and its rule. Each
   * field at fault is listed, up to a limit.
   */
  static refused({ reason, path, also = [] }: Refused): ProblemError {
    const told = [{ reason, path }, ...also].flatMap((fault) =>
      fault.path === undefined ? [] : [fieldProblem(fault.path, fault.reason)],
    );
    return new ProblemError(kindOfReason(reason), listedFaults(told));
  }
}

const fieldProblem = (path: string, { code, rule, en, 'zh-Hans': zh }: RefusalReason): FieldProblem => ({
  ...{ path, code, rule, message: { en, 'zh-Hans': zh } },
});
