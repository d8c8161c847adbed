import { refusals as accessRefusals } from '@parley/access';
import type { AnswersBehind } from '../front/answers-behind';
import { kindOfReason, type ProblemKind } from './problem-kind';
import { problemCatalogue } from './problem-catalogue';

/**
 * The problems that this installation can answer with: those of this library, and those that its routes declare with
 * `@Refuses`.
 */
export class KnownProblems {
  private readonly byCode = new Map<string, ProblemKind>();
  private declared: () => readonly ProblemKind[] = () => [];

  constructor(private readonly behind?: Pick<AnswersBehind, 'problems'>) {
    this.add(Object.values(problemCatalogue));
    this.add(Object.values(accessRefusals).map(kindOfReason));
  }

  /** @param refusals of the routes; called when somebody wants to see all problems */
  declaredBy(refusals: () => readonly ProblemKind[]): void {
    this.declared = refusals;
  }

  /** Adds kinds; the first kind of a code stays. */
  private add(kinds: readonly ProblemKind[]): void {
    for (const kind of kinds) if (!this.byCode.has(kind.code)) this.byCode.set(kind.code, kind);
  }

  /** All of them, also those of processes behind this one, in the order of their codes. */
  async all(): Promise<readonly ProblemKind[]> {
    this.add(this.declared());
    if (this.behind) this.add(await this.behind.problems());
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
