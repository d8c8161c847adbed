import { Writable } from 'node:stream';
import { setImmediate as settled } from 'node:timers/promises';
import { outputTo } from './output';
import { runParley } from './run-parley';

/** A stream that fails as that of a process does: after it was written to. */
const failing = (code: string) =>
  new Writable({ write: (_text, _encoding, done) => done(Object.assign(new Error('write'), { code })) });

function keeping(): { readonly stream: Writable; readonly text: () => string } {
  let kept = '';
  const stream = new Writable({
    write: (text: Buffer, _encoding, done) => {
      kept += text.toString();
      done();
    },
  });
  return { stream, text: () => kept };
}

describe('what a command writes', () => {
  const ended = async (out: Writable, err: Writable, lang: 'en' | 'zh-Hans') => {
    const codes: (number | undefined)[] = [];
    const output = outputTo({ out, err, env: {} }, lang, (code) => void codes.push(code));
    const exit = await runParley(['--help'], output);
    await settled();
    await settled();
    return { codes, exit };
  };

  it('is cut off where its reader has had enough, and the exit code is that of the question', async () => {
    const err = keeping();
    expect(await ended(failing('EPIPE'), err.stream, 'en')).toEqual({ codes: [undefined], exit: 0 });
    expect(err.text()).toBe('');
  });

  it.each([
    ['en', 'A file cannot be written. (stdout: ENOSPC)\n'],
    ['zh-Hans', '无法写入文件。（stdout：ENOSPC）\n'],
  ] as const)('and finds no room says so (%s), and never that something does not hold', async (lang, sentence) => {
    const err = keeping();
    expect((await ended(failing('ENOSPC'), err.stream, lang)).codes).toEqual([2]);
    expect(err.text()).toBe(sentence);
  });

  it('ends nothing where errors cannot be told either', async () => {
    expect((await ended(failing('EPIPE'), failing('EPIPE'), 'en')).codes).toEqual([undefined]);
    expect((await ended(keeping().stream, failing('ENOSPC'), 'en')).codes).toEqual([]);
  });
});
