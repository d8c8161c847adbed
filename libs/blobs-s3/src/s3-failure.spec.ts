import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { BlobsUnavailableError } from '@parley/blobs';
import { createTestBucket, describeWithS3 } from '@parley/testing/s3';
import { digestOf, openedStores } from './opened-stores.fixture';
import type { S3BlobStore } from './s3-blob-store';

const DIGEST = digestOf(Buffer.from('anything'));

const ACTS: readonly (readonly [string, (store: S3BlobStore) => Promise<unknown>])[] = [
  ['put', (store) => store.put(Readable.from([Buffer.from('anything')]), { limitBytes: 100 })],
  ['open', (store) => store.open(DIGEST)],
  ['remove', (store) => store.remove(DIGEST, 'common')],
  ['check', (store) => store.check()],
  ['sweep', (store) => store.sweep(0)],
];

describeWithS3('a bucket that cannot be used', (server) => {
  const openStore = openedStores(server);
  const failure = async (act: Promise<unknown>): Promise<unknown> => act.catch((error: unknown) => error);

  it.each(ACTS)('is told in one sentence when it is not there (%s)', async (_what, act) => {
    const error = await failure(act(openStore(`s3://no-such-bucket?endpoint=${server().endpoint}`)));
    expect(error).toEqual(
      new BlobsUnavailableError(`The object storage at ${server().endpoint} has no bucket "no-such-bucket".`),
    );
  });

  it.each(ACTS)('is told in one sentence without the secret when the key is wrong (%s)', async (_what, act) => {
    const { address, name } = await createTestBucket(server());
    const credentials = { ...server().credentials, secretAccessKey: 'wrong-and-secret' };
    const error = await failure(act(openStore(address(), { credentials })));
    expect(error).toBeInstanceOf(BlobsUnavailableError);
    expect((error as Error).message).toBe(
      `The object storage at ${server().endpoint} refuses these credentials for the bucket "${name}" ` +
        '(SignatureDoesNotMatch).',
    );
    expect(JSON.stringify(error)).not.toContain('wrong-and-secret');
  });

  it.each(ACTS)('is told in one sentence when nobody listens (%s)', async (_what, act) => {
    const endpoint = await closedEndpoint();
    const error = await failure(act(openStore(`s3://bucket?endpoint=${endpoint}`)));
    expect(error).toEqual(
      new BlobsUnavailableError(`The object storage at ${endpoint} cannot be reached (ECONNREFUSED).`),
    );
  });

  it('is told in one sentence when it never answers', async () => {
    const { server: silent, endpoint } = await listening();
    const patience = { tries: 1, answerMs: 200 };
    const error = await failure(openStore(`s3://bucket?endpoint=${endpoint}`, { patience }).check());
    expect(error).toEqual(
      new BlobsUnavailableError(`The object storage at ${endpoint} cannot be reached (ETIMEDOUT).`),
    );
    silent.close();
  });

  it('is told to whom the sweep at the start reports, and starts all the same', async () => {
    const told = new Promise((resolve) =>
      openStore(`s3://no-such-bucket?endpoint=${server().endpoint}`, { onFailure: resolve }),
    );
    expect(await told).toBeInstanceOf(BlobsUnavailableError);
  });
});

async function listening(): Promise<{ readonly server: Server; readonly endpoint: string }> {
  const server = createServer((socket) => socket.on('error', () => undefined));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function closedEndpoint(): Promise<string> {
  const { server, endpoint } = await listening();
  await once(server.close(), 'close');
  return endpoint;
}
