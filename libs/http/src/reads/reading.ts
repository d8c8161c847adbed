import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@parley/access';
import type { CaseId, Clock } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../app/tokens';
import { ProblemError } from '../problems/problem.error';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ReadsLog, type Handed } from './reads-log';

/** For `@ApiHeader` on a route whose reads are logged. */
export const PURPOSE_HEADER = {
  name: 'Parley-Purpose',
  description:
    'What you read it for, 1 to 200 printable ASCII characters. Reads of what is not public are logged with it (I-40).',
  required: false,
  example: 'Preparing the reply',
} as const;

const PURPOSE = /^[\x20-\x7e]{1,200}$/;

/** Logs reads of non-public material before it is handed out (I-40). */
@Injectable()
export class Reading {
  constructor(
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 400 for a malformed `Parley-Purpose` */
  async note(caseId: CaseId, handed: readonly Handed[], caller: Caller, request: FastifyRequest): Promise<void> {
    const purpose = purposeOf(request);
    const sealed = handed.filter(({ tier }) => tier !== 'PUBLIC');
    if (caller.kind === 'person') await this.log.record(caseId, sealed, { caller, purpose, at: this.clock.now() });
  }
}

function purposeOf({ headers }: FastifyRequest): string | null {
  const purpose = headers['parley-purpose'];
  if (purpose === undefined) return null;
  if (typeof purpose !== 'string' || !PURPOSE.test(purpose)) throw new ProblemError(problemCatalogue.malformedRequest);
  return purpose;
}
