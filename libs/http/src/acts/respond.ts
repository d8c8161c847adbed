import type { CommandOutcome } from '@parley/event-store';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { Answer } from './answer';
import { entityTag } from './entity-tag';

export type DoneOutcome<S> = Extract<CommandOutcome<S>, { readonly kind: 'done' }>;

export interface RespondOptions<S> {
  /** 200 when left out, or 201 with a `location`. */
  readonly status?: 200 | 201 | 202;
  /** Path of what the act made. */
  readonly location?: (done: DoneOutcome<S>) => string;
}

/** Seconds after which a contended or delayed act is worth another try. */
const RETRY_AFTER = '1';

/**
 * The HTTP answer to a command's outcome: the body that `show` makes, with `ETag`, `Parley-Position` and `Link`.
 * @throws ProblemError with the refusal's status (409 by default); 409 for a reused key; 412 with the present `ETag`;
 *   503 with `Retry-After`
 */
export function respond<S, Body>(
  outcome: CommandOutcome<S>,
  show: (done: DoneOutcome<S>) => Body,
  options: RespondOptions<S> = {},
): Answer<Body> {
  switch (outcome.kind) {
    case 'done': {
      const location = options.location?.(outcome);
      return new Answer(show(outcome), {
        status: options.status ?? (location === undefined ? 200 : 201),
        revision: outcome.revision,
        events: outcome.events,
        ...(outcome.facts === undefined ? {} : { facts: outcome.facts }),
        ...(outcome.position === undefined ? {} : { position: outcome.position }),
        ...(location === undefined ? {} : { location }),
      });
    }
    case 'refused':
      throw ProblemError.refused(outcome.refused);
    case 'key-reused':
      throw new ProblemError(problemCatalogue.idempotencyKeyReused);
    case 'stale':
      throw new ProblemError(
        problemCatalogue.stale,
        [],
        outcome.revision < 0 && outcome.facts === undefined ? {} : { etag: entityTag(outcome.revision, outcome.facts) },
      );
    case 'contended':
      throw new ProblemError(problemCatalogue.contended, [], { 'retry-after': RETRY_AFTER });
    case 'delayed':
      throw new ProblemError(problemCatalogue.delayed, [], { 'retry-after': RETRY_AFTER });
  }
}
