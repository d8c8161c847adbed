import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { untilAborted } from './until-aborted';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Page {
  readonly text: string;
}

/** @param given holds every page weakly, as it is handed out */
async function* pages(count: number, given: WeakRef<Page>[]): AsyncGenerator<Page, void, undefined> {
  for (let number = 0; number < count; number++) {
    const page = { text: `page ${String(number)}` };
    given.push(new WeakRef(page));
    yield page;
  }
  await new Promise(() => undefined);
}

describe('what is read until a signal', () => {
  it('is kept no longer than it is in hand', async () => {
    const given: WeakRef<Page>[] = [];
    const stop = new AbortController();
    const read = untilAborted(pages(1_000, given), stop.signal)[Symbol.asyncIterator]();
    for (let number = 0; number < 1_000; number++) await read.next();
    // The target of a weak reference stays until the task that read it has ended.
    await new Promise(setImmediate);
    collectGarbage();
    expect(given).toHaveLength(1_000);
    // The generators themselves may still hold the page that they handed out last.
    expect(given.filter((page) => page.deref() !== undefined).length).toBeLessThanOrEqual(1);
    const last = read.next();
    stop.abort();
    await expect(last).resolves.toEqual({ done: true, value: undefined });
  });

  it('ends with the signal though the source never answers', async () => {
    const stop = new AbortController();
    const read = untilAborted(pages(0, []), stop.signal)[Symbol.asyncIterator]().next();
    stop.abort();
    await expect(read).resolves.toEqual({ done: true, value: undefined });
  });

  it('asks the source for nothing when the signal has come before', async () => {
    const given: WeakRef<Page>[] = [];
    const read = untilAborted(pages(1, given), AbortSignal.abort())[Symbol.asyncIterator]().next();
    await expect(read).resolves.toEqual({ done: true, value: undefined });
    expect(given).toEqual([]);
  });

  it('fails as the source fails', async () => {
    async function* broken(): AsyncGenerator<Page, void, undefined> {
      yield { text: 'one' };
      await Promise.reject(new Error('the source is gone'));
    }
    const read = untilAborted(broken(), new AbortController().signal)[Symbol.asyncIterator]();
    await read.next();
    await expect(read.next()).rejects.toThrow('the source is gone');
  });
});
