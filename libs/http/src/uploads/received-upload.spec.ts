import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ReceivedUpload } from './received-upload';

const uploadOf = (body: Readable): ReceivedUpload => new ReceivedUpload(body, 10, undefined);

describe('an upload', () => {
  it('gives the bytes as they came', async () => {
    const body = new PassThrough();
    body.end('bytes');
    expect(await text(uploadOf(body).stream())).toBe('bytes');
  });

  it('fails when the client leaves in the middle', async () => {
    const body = new PassThrough();
    body.write('by');
    const stream = uploadOf(body).stream();
    body.destroy();
    await expect(text(stream)).rejects.toMatchObject({ kind: { code: 'upload-cut-off' } });
  });

  it('fails as well when the client left before anybody asked for the bytes', async () => {
    const body = new PassThrough();
    body.write('by');
    body.destroy();
    await once(body, 'close');
    await expect(text(uploadOf(body).stream())).rejects.toMatchObject({ kind: { code: 'upload-cut-off' } });
  });

  it('fails beyond its limit', async () => {
    const body = new PassThrough();
    body.end('eleven bytes');
    await expect(text(uploadOf(body).stream())).rejects.toMatchObject({ kind: { code: 'body-too-large' } });
  });
});
