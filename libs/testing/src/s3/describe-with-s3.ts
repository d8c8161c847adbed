import { describeUnlessAbsent } from '../describe-unless';
import { findS3Server } from './find-s3-server';
import type { S3Server } from './s3-server';

const START_MS = 120_000;

/**
 * A block of specs over an S3 API that starts before them and stops after. Where none can be had the block is skipped,
 * and the end of the run says so and why; with PARLEY_REQUIRE_S3=1 that is a failure instead.
 */
export function describeWithS3(name: string, specs: (server: () => S3Server) => void): void {
  const found = findS3Server();
  const needed = {
    what: 'an S3 server',
    absence: found.kind === 'absent' ? found.reason : null,
    isRequired: process.env['PARLEY_REQUIRE_S3'] === '1',
  };
  describeUnlessAbsent(name, needed, () => {
    let server: S3Server | undefined;
    beforeAll(async () => {
      if (found.kind === 'found') server = await found.start();
    }, START_MS);
    afterAll(() => server?.stop());
    specs(() => {
      if (!server) throw new Error('the S3 server has not started');
      return server;
    });
  });
}
