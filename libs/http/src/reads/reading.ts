import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@parley/access';
import type { CaseId, Clock, Tier } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../app/tokens';
import { ProblemError } from '../problems/problem.error';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ReadsLog, type Handed } from './reads-log';

/** For `@ApiHeader` on a route whose reads are logged only for some of its readers; `@Logged` brings it. */
export const PURPOSE_HEADER = {
  name: 'Parley-Purpose',
  description:
    'What you read it for, 1 to 200 printable ASCII characters. Reads of what is not public are logged with it ' +
    '(I-40). What is one side’s own, what the desks alone read and the deliberation are read with a purpose only.',
  required: false,
  example: 'Preparing the reply',
} as const;

const PURPOSE = /^[\x20-\x7e]{1,200}$/;

/** Tiers of fewer readers than both parties and the registry. */
const NARROW: readonly Tier[] = ['DELIBERATION', 'DESKS', 'FILER'];

/** Logs reads of non-public material before it is handed out (I-40). */
@Injectable()
export class Reading {
  readonly #noted = new WeakSet<FastifyRequest>();

  constructor(
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param caseId `null` for what is of no case, or of several
   * @throws ProblemError 400 for a malformed `Parley-Purpose`, and where a tier asks for one and none came
   */
  async note(caseId: CaseId | null, handed: readonly Handed[], caller: Caller, request: FastifyRequest): Promise<void> {
    const purpose = purposeOf(request);
    const sealed = handed.filter(({ tier }) => tier !== 'PUBLIC');
    if (purpose === null && sealed.some(({ tier }) => NARROW.includes(tier)))
      throw new ProblemError(problemCatalogue.purposeMissing);
    if (caller.kind === 'person') await this.log.record(caseId, sealed, { caller, purpose, at: this.clock.now() });
    this.#noted.add(request);
  }

  /** True when it was noted what this request was handed, if only that it was nothing. */
  hasNoted(request: FastifyRequest): boolean {
    return this.#noted.has(request);
  }
}

function purposeOf({ headers }: FastifyRequest): string | null {
  const purpose = headers['parley-purpose'];
  if (purpose === undefined) return null;
  if (typeof purpose !== 'string' || !PURPOSE.test(purpose)) throw new ProblemError(problemCatalogue.malformedRequest);
  return purpose;
}
