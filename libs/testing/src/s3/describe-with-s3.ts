import { tellAtEndOfRun } from '../not-run';
import { findS3Server } from './find-s3-server';
import type { S3Server } from './s3-server';

const START_MS = 120_000;

/**
 * A block of specs over an S3 API that starts before them and stops after. Where none can be had the block is skipped,
 * and the end of the run says so and why; with PARLEY_REQUIRE_S3=1 that is a failure instead.
 */
export function describeWithS3(name: string, specs: (server: () => S3Server) => void): void {
  const found = findS3Server();
  if (found.kind === 'absent') {
    declareAbsence(name, found.reason);
    return;
  }
  describe(name, () => {
    let server: S3Server | undefined;
    beforeAll(async () => {
      server = await found.start();
    }, START_MS);
    afterAll(() => server?.stop());
    specs(() => {
      if (!server) throw new Error('the S3 server has not started');
      return server;
    });
  });
}

function declareAbsence(name: string, reason: string): void {
  if (process.env['PARLEY_REQUIRE_S3'] === '1') {
    describe(name, () => {
      it('has an S3 server to run on', () => {
        throw new Error(`PARLEY_REQUIRE_S3 is set, but there is no S3 server: ${reason}.`);
      });
    });
    return;
  }
  tellAtEndOfRun(`Not run for want of an S3 server, because ${reason}: ${name}.`);
  describe.skip(name, () => {
    it('has an S3 server to run on', () => undefined);
  });
}
