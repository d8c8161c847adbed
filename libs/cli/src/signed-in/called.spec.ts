import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ParleyUnanswered } from '@parley/client';
import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { runParley } from '../command-line/run-parley';
import { answer } from '../report/answer';
import { Declined } from '../report/declined';
import { called } from './called';

/** A user of an installation that is not there. */
const USER = { PARLEY_ISSUER: 'US', PARLEY_USER: 'us-desk', PARLEY_SECRET: 'demo' };
const GRIEVANCE = '{"facts":[]}';
const CLOSED = 'http://127.0.0.1:1';

describe('what calls an installation', () => {
  let folder: string;
  let server: Server;
  const asked: string[] = [];
  const at = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'called-'));
    writeFileSync(at('grievance.json'), GRIEVANCE);
    server = createServer((request) => {
      asked.push(request.url ?? '');
      request.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const said = async (words: readonly string[]) => {
    let text = '';
    const write = (part: string): void => void (text += part);
    return { exit: await runParley(words, { out: write, err: write, env: USER }), text };
  };

  it.each([
    ['token'],
    ['follow'],
    ['history', 'CN-2025-0009'],
    ['proofs', 'x.zip', 'folder'],
    ['keys', 'list'],
    ['keys', 'revoke', 'x'],
    ['mirror', 'folder', '--cases'],
    ['verify', 'checkpoint'],
  ])('takes no address without http:// or https://: %s %s', async (...words) => {
    for (const address of ['127.0.0.1:3000', 'parley.example', 'file:///etc/hosts']) {
      const { exit, text } = await said([...words, '--url', address]);
      expect(exit).toBe(2);
      expect(text).toContain(`“${address}” is no address: it begins with http:// or https://) [usage]`);
    }
  });

  it.each([
    ['en', ['token'], /gave no answer that can be used\. \(.*(ECONNREFUSED|bad port)\) \[not-reachable\]/],
    ['zh-Hans', ['token'], /服务器没有给出可用的答复。（.*(ECONNREFUSED|bad port)）/],
  ] as const)('says why there is no answer (%s, %j)', async (lang, words, sentence) => {
    const { exit, text } = await said([...words, '--url', CLOSED, '--lang', lang]);
    expect([exit, text]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it('says what to do where nobody knows whether an act was done, and only there', async () => {
    const gone = (key: string | null) => () =>
      Promise.reject(new ParleyUnanswered(new Request(`${CLOSED}/v1/cases`), key, { code: 'ECONNRESET' }));
    const again = (key: string) => ({ en: `again by ${key}`, 'zh-Hans': `再次 ${key}` });
    const none = 'GET http://127.0.0.1:1/v1/cases: no answer (ECONNRESET)';
    for (const unknown of [called(gone('k')), called(gone(null), again)])
      await expect(unknown).rejects.toMatchObject({ code: 'not-reachable', about: { en: none, 'zh-Hans': none } });
    await expect(called(gone('k'), again)).rejects.toMatchObject({
      about: {
        en: `${none}; whether it was done is not known: again by k`,
        'zh-Hans': `${none}；是否已办理不得而知：再次 k`,
      },
    });
  });

  it('files nothing whose receipt could not be kept', async () => {
    const certify = sha256(canonicalJson(JSON.parse(GRIEVANCE)));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const files = [at('grievance.json'), '--contact', at('grievance.json'), '--answer', at('none/answer.json')];
    expect(await said(['file', ...files, '--url', url, '--certify', certify])).toEqual({
      exit: 2,
      text: expect.stringContaining('answer.json: ENOENT) [file-unwritable]'),
    });
    expect(asked).toEqual([]);
    expect(existsSync(at('none'))).toBe(false);
  });

  it.each([
    ['checked', false, 2, null],
    ['done', true, 1, false],
  ])('and is refused by it: what was to be %s', async (_what, act, exit, holds) => {
    let text = '';
    const output = { out: (part: string) => void (text += part), err: () => undefined, env: {} };
    const refuse = (): never => {
      throw new Declined('role-required', { en: 'Not yours.', 'zh-Hans': '非您所能为。' });
    };
    expect(await answer('mirror', { lang: 'en', json: true, act }, output, refuse)).toBe(exit);
    expect(JSON.parse(text)).toMatchObject({ holds, code: 'role-required', because: { en: 'Not yours.' } });
  });
});
