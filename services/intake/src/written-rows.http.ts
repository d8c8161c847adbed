import { entityTag, problemCatalogue, ProblemError } from '@parley/http';
import type { NotWritten } from './written-rows';

/** What is answered when a row was not written. */
export const notWritten = (why: NotWritten): ProblemError =>
  why.kind === 'key-reused'
    ? new ProblemError(problemCatalogue.idempotencyKeyReused)
    : new ProblemError(problemCatalogue.stale, [], why.revision < 0 ? {} : { etag: entityTag(why.revision) });
