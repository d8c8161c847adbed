import type { OpenAPIObject } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import type { ProblemKind } from '../problems/problem-kind';

/** The document and problems of the processes behind this one, which stands in front of them under one address. */
export interface AnswersBehind {
  /**
   * This process's own document with theirs of the same language in it.
   * @throws ProblemError when one of them does not answer
   */
  document(own: OpenAPIObject, language: Language): Promise<OpenAPIObject>;
  /** Every problem that they answer with. @throws ProblemError when one of them does not answer */
  problems(): Promise<readonly ProblemKind[]>;
}
