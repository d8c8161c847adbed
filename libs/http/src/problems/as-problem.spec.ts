import { NotFoundException } from '@nestjs/common';
import { BlobsUnavailableError } from '@parley/blobs';
import { FaultyEventError, LaterEventError } from '@parley/event-store';
import { problemCatalogue } from './problem-catalogue';
import { ProblemError } from './problem.error';
import { asProblem } from './as-problem';

const failed = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
const codeOf = (error: unknown): string => asProblem(error).kind.code;

describe('what was thrown', () => {
  it('is answered as it is when it is a problem', () => {
    const problem = new ProblemError(problemCatalogue.stale);
    expect(asProblem(problem)).toBe(problem);
  });

  it.each([
    failed('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'),
    failed('terminating connection due to administrator command', '57P01'),
    failed('sorry, too many clients already', '53300'),
    failed('Connection terminated unexpectedly'),
    failed('timeout exceeded when trying to connect'),
  ])('is worth another try when the database was away: %s', (error) => {
    expect(codeOf(error)).toBe('unavailable');
    expect(asProblem(error).headers).toEqual({ 'retry-after': '5' });
  });

  it('is worth another try when the disk was full, and says nothing of the disk', () => {
    expect(codeOf(failed('ENOSPC: no space left on device, write', 'ENOSPC'))).toBe('storage-full');
    expect(codeOf(failed('could not extend file', '53100'))).toBe('storage-full');
  });

  it('is worth another try when the storage of blobs was away', () => {
    expect(codeOf(new BlobsUnavailableError('The object storage cannot be reached.'))).toBe('unavailable');
  });

  it('is worth another try where a newer version has recorded what another instance may know', () => {
    const problem = asProblem(new LaterEventError({ stream: 'intake.case-1', type: 'SomethingNew' }));
    expect([problem.kind.code, problem.kind.status, problem.headers]).toEqual([
      'later-version',
      503,
      { 'retry-after': '1' },
    ]);
  });

  it('is worth another try where the store refused the time of an event, which is no fault of who acts', () => {
    const [time, header] = (['time', 'header'] as const).map((fault) => new FaultyEventError('intake.case-1', fault));
    expect(codeOf(time)).toBe('clock-untrusted');
    expect(asProblem(time).headers).toEqual({ 'retry-after': '5' });
    expect(codeOf(header)).toBe('internal');
  });

  it.each([failed('duplicate key', '23505'), failed('no such column', '42703'), 'a text', undefined, failed('boom')])(
    'is an internal error otherwise: %s',
    (error) => {
      expect(codeOf(error)).toBe('internal');
    },
  );

  it('is answered by the status that a framework gave it', () => {
    expect(codeOf(new NotFoundException())).toBe('not-found');
    expect(codeOf({ statusCode: 418 })).toBe('malformed-request');
  });
});
