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
   * The bytes as they come. Ends only when all of them have come: it fails with 413 beyond the limit, and with an error when the
   * client leaves in the middle, so that half a file is never taken for a whole one.
   */
  stream(): Readable {
    if ((this.declaredLength ?? 0) > this.maxBytes) throw new ProblemError(problemCatalogue.bodyTooLarge);
    const { maxBytes, body } = this;
    let bytes = 0;
    const limited = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > maxBytes) done(new ProblemError(problemCatalogue.bodyTooLarge));
        else done(null, chunk);
      },
    });
    body.once('error', (error) => limited.destroy(error));
    body.once('close', () => {
      if (!body.readableEnded) limited.destroy(new ProblemError(problemCatalogue.uploadCutOff));
    });
    return body.pipe(limited);
  }
}
