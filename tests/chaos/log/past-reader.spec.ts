import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ORIGIN, SmallLog } from '../../../libs/transparency/src/small-log.fixture';
import { PastReader } from './past-reader';

describe('who reads a log and its witnesses, and forgets nothing', () => {
  /** What is shown at each path. */
  const shown = new Map<string, Uint8Array>();
  let server: Server;
  let reader: PastReader;

  /** A log of so many entries, all of which have a word. @returns its checkpoint */
  const log = async (count: number, word: string): Promise<string> => {
    const { files, note } = await SmallLog.of(count, word);
    for (const [path, bytes] of files) if (path !== 'checkpoint') shown.set(`/v1/log/${path}`, bytes);
    return note;
  };
  const show = (path: string, note: string): void => void shown.set(path, Buffer.from(note));
  const WITNESS = `/${hash('sha256', ORIGIN)}/checkpoint`;

  beforeEach(async () => {
    shown.clear();
    show('/v1/log/policy', (await SmallLog.of(0)).policyText);
    server = createServer((request, response) => {
      const bytes = shown.get(request.url ?? '');
      response.writeHead(bytes ? 200 : 404).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    reader = await PastReader.of(url, new Map([['US', url]]));
    show('/v1/log/checkpoint', await log(20, 'one'));
    await reader.look();
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it('finds nothing where all is of one past, and each was looked at', async () => {
    show(WITNESS, await log(20, 'one'));
    show('/v1/log/checkpoint', await log(300, 'one'));
    await reader.look();
    show(WITNESS, await log(300, 'one'));
    await reader.look();
    expect(reader.findings).toEqual([]);
    expect(reader.looked).toBe(5);
  });

  it('finds a log that shows another past, of more entries or of as many', async () => {
    show('/v1/log/checkpoint', await log(300, 'other'));
    await reader.look();
    show('/v1/log/checkpoint', await log(20, 'other'));
    await reader.look();
    expect(reader.findings).toEqual([
      expect.stringMatching(/^the log, checkpoint: LogRefused/),
      'the log, checkpoint: 20 after 300',
      'the log, checkpoint: another past of 20 entries',
    ]);
  });

  it('finds a witness that cosigned another past, and one that goes back', async () => {
    show(WITNESS, await log(20, 'other'));
    await reader.look();
    show(WITNESS, await log(10, 'one'));
    await reader.look();
    expect(reader.findings).toEqual([
      'the witness of US, checkpoint: another past of 20 entries',
      'the witness of US, checkpoint: 10 after 20',
    ]);
  });
});
