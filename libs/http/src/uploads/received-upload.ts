import { type Readable, Transform } from 'node:stream';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** A file on its way in. */
export class ReceivedUpload {
  constructor(
    private readonly body: Readable,
    private readonly maxBytes: number,
    /** What the client says that it sends; absent when it does not say. */
    readonly declaredLength: number | undefined,
  ) {}

  /**
   * The bytes as they come. Ends only when all of them have come: it fails with 413 beyond the limit, and with 400 when
   * the client leaves in the middle, so that half a file is never taken for a whole one.
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
    // Whoever reads it is told, whenever that begins; a failure before then must not end the process.
    limited.on('error', () => undefined);
    body.once('error', cutOff).once('close', cutOff);
    // The client may have left before anybody asked for the bytes, and then nothing more is said.
    if (body.destroyed) cutOff();
    return body.pipe(limited);
  }
}
