import { namedFilesContract } from '@parley/blobs/contract';
import { createTestBucket, describeWithS3 } from '@parley/testing/s3';
import { openS3BlobStore } from './open-s3-blob-store';

describeWithS3('files under their names in a bucket', (server) => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(closing.map((close) => close())));

  const open = async (): Promise<ReturnType<typeof openS3BlobStore> & { objects(): Promise<readonly string[]> }> => {
    const bucket = await createTestBucket(server());
    const opened = openS3BlobStore(bucket.address('parley'), { credentials: server().credentials });
    closing.push(() => opened.close());
    return { ...opened, objects: () => bucket.objects() };
  };

  namedFilesContract(async () => (await open()).files('log'));

  it('lie beside the blobs, where a sweep of unfinished writes leaves them alone', async () => {
    const opened = await open();
    await opened.files('log').write('tile/0/000', Buffer.from('hashes'));
    await opened.store.sweep(-1_000);
    expect(await opened.objects()).toEqual(['parley/log/tile/0/000']);
  });
});
