import { type Readable, Transform } from 'node:stream';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** How slowly a file may come in. With fewer bytes than these in any such span it is given up. */
export interface LeastPace {
  readonly bytes: number;
  readonly millis: number;
}

/** A line of 9.6 kbit/s is quick enough; one that only keeps a connection open is not. */
const LEAST_PACE: LeastPace = { bytes: 32 * 1024, millis: 30_000 };

/** A file on its way in. */
export class ReceivedUpload {
  constructor(
    private readonly body: Readable,
    private readonly maxBytes: number,
    /** Length in bytes as the client states it; absent when it does not. */
    readonly declaredLength: number | undefined,
    private readonly leastPace = LEAST_PACE,
  ) {}

  /**
   * The bytes as they come. Ends only when all of them have come: it fails with 413 beyond the limit, with 408 when
   * they come too slowly, and with 400 when the client leaves in the middle, so that half a file is never taken for a
   * whole one.
   */
  stream(): Readable {
    if ((this.declaredLength ?? 0) > this.maxBytes) throw new ProblemError(problemCatalogue.bodyTooLarge);
    const { maxBytes, body } = this;
    let bytes = 0;
    const limited = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        // Bytes that were not read would look like a next request, so the connection ends with the answer.
        if (bytes > maxBytes) done(new ProblemError(problemCatalogue.bodyTooLarge, [], { connection: 'close' }));
        else done(null, chunk);
      },
    });
    const cutOff = (): void => {
      if (!body.readableEnded) limited.destroy(new ProblemError(problemCatalogue.uploadCutOff));
    };
    this.giveUpWhenSlow(limited, () => bytes);
    // A reader hears of the failure whenever it begins to read. A failure before that must not end the process.
    limited.on('error', () => undefined);
    body.once('error', cutOff).once('close', cutOff);
    // The client may have left before anybody asked for the bytes; then no further event comes.
    if (body.destroyed) cutOff();
    return body.pipe(limited);
  }

  private giveUpWhenSlow(limited: Transform, bytesSoFar: () => number): void {
    const { body, leastPace } = this;
    let before = 0;
    const timer = setInterval(() => {
      // Where bytes wait to be read, it is the reader that is slow, such as a store.
      if (body.readableLength === 0 && bytesSoFar() - before < leastPace.bytes)
        limited.destroy(new ProblemError(problemCatalogue.uploadTooSlow, [], { connection: 'close' }));
      before = bytesSoFar();
    }, leastPace.millis);
    const done = (): void => clearInterval(timer);
    body.once('end', done);
    limited.once('close', done);
  }
}
