import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ProblemError } from '../problems/problem.error';
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

  describe('on a line that is slow', () => {
    const PACE = { bytes: 4, millis: 30_000 };
    const slow = (body: Readable): Readable => new ReceivedUpload(body, 1_000_000, undefined, PACE).stream();
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
    afterEach(() => jest.useRealTimers());

    /** Sends so many bytes in each span, and gives the text that came or the code of the problem. */
    async function sent(perSpan: readonly number[]): Promise<string> {
      const body = new PassThrough();
      const came = text(slow(body)).catch((error: unknown) => (error as ProblemError).kind.code);
      for (const bytes of perSpan) {
        body.write('x'.repeat(bytes));
        await new Promise(setImmediate);
        jest.advanceTimersByTime(PACE.millis);
      }
      body.end('end');
      return came;
    }

    it('comes in whole, however long it takes, while enough comes in each span', async () => {
      expect(await sent(Array<number>(100).fill(4))).toBe(`${'x'.repeat(400)}end`);
    });

    it.each([
      ['from the start', [0]],
      ['after much came at once', [400, 3]],
      ['by a byte now and then', [1, 1, 1, 1]],
    ])('fails when less comes than must, %s', async (_when, perSpan) => {
      expect(await sent(perSpan)).toBe('upload-too-slow');
    });

    it('is not given up for the slowness of who reads it', async () => {
      const body = new PassThrough();
      const stream = slow(body);
      body.write(Buffer.alloc(100_000));
      body.write(Buffer.alloc(100_000));
      await new Promise(setImmediate);
      jest.advanceTimersByTime(5 * PACE.millis);
      expect(stream.errored).toBeNull();
      stream.destroy();
    });

    it('leaves no timer behind', async () => {
      await sent([4, 4]);
      await sent([0]);
      expect(jest.getTimerCount()).toBe(0);
    });
  });

  it('fails beyond its limit', async () => {
    const body = new PassThrough();
    body.end('eleven bytes');
    await expect(text(uploadOf(body).stream())).rejects.toMatchObject({ kind: { code: 'body-too-large' } });
  });
});
