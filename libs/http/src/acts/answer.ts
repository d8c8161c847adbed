import type { Position, RecordedEvent } from '@parley/event-store';

/** What a controller answers with: a body and what the headers say about it. The interceptor writes it out. */
export class Answer<Body> {
  constructor(
    readonly body: Body,
    readonly about: {
      readonly status?: number;
      /** Written as `ETag`. */
      readonly revision?: number;
      /** Number of facts of others that are shown with it; it is part of the `ETag` as well. */
      readonly facts?: number;
      /** Sealed and written as `Parley-Position`, which a list can be asked to wait for. */
      readonly position?: Position;
      /** What the act recorded. Its proof is written as `Link`, for who reads it. */
      readonly events?: readonly RecordedEvent[];
      /** What was recorded of what is read, as `provedTo` leaves them. Their proofs are written as `Link`. */
      readonly tells?: readonly RecordedEvent[];
      /** Path of the thing that was made. */
      readonly location?: string;
    },
  ) {}
}

/** A thing as it is at a revision: answered with its `ETag`. */
export const atRevision = <Body>(body: Body, revision: number, facts?: number): Answer<Body> =>
  new Answer(body, { revision, ...(facts === undefined ? {} : { facts }) });
