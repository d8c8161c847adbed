import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { originalFor, type LateEntries } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../caller/current-caller.decorator';
import { ProblemError } from '../problems/problem.error';
import { Reading } from '../reads/reading';
import { LateClaims } from './late-claims';
import { showLateEntries, type LateEntriesShown } from './late-entries.response';

/** The entries of a part of a case, or of an agreement under its id, and who reads them. */
interface Read {
  readonly id: string;
  readonly entries: LateEntries<unknown>;
  readonly caller: Caller;
  readonly request: FastifyRequest;
}

/** Shows late entries and their originals, and logs that they were read (I-40). */
@Injectable()
export class LateReadings {
  constructor(
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  /** @throws ProblemError 400 for a malformed purpose */
  async list(read: Read): Promise<LateEntriesShown> {
    await this.note(read, 'late-entries');
    return showLateEntries(read.entries);
  }

  /**
   * An original, as bytes that nothing runs or shows.
   * @throws ProblemError as `originalFor` refuses, and 422 when the bytes are gone
   */
  async original(entryId: string, read: Read, reply: FastifyReply): Promise<Readable> {
    const original = originalFor(entryId, personOf(read.caller).party, read.entries);
    if (typeof original !== 'string') throw ProblemError.refused(original);
    await this.note(read, `late-entry:${entryId}`);
    const { bytes, sizeBytes } = await this.late.open(original);
    void reply.headers({
      'content-type': 'application/octet-stream',
      'content-length': sizeBytes,
      'content-disposition': `attachment; filename="${original}"`,
      'x-content-type-options': 'nosniff',
    });
    return bytes;
  }

  private note({ id, caller, request }: Read, subject: string): Promise<void> {
    return this.reading.note(id as CaseId, [{ subject, what: 'content', tier: 'PARTIES' }], caller, request);
  }
}
