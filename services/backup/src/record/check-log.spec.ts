import { LogSecrets } from '@parley/audit';
import { logKeysIn } from '@parley/hosting/installation';
import { checkEntries, checkTree, type KeptCheckpoint } from './check-log';
import { KeptLog } from './kept-log.fixture';

const differs = { code: 'log-differs' };
const inTurn = async function* <Of>(all: readonly Of[]): AsyncGenerator<Of> {
  for (const each of all) yield await Promise.resolve(each);
};

describe('the log of a backup', () => {
  let log: KeptLog;
  beforeEach(async () => void (log = await KeptLog.of('one', 20, 12)));

  const tree = async (size = log.size) => checkTree(log.read, await log.policy(), size);
  interface Asked {
    commitments?: readonly string[];
    secrets?: LogSecrets;
    kept?: KeptCheckpoint;
  }
  const entries = ({ commitments = log.commitments, secrets = log.secrets, kept = log.kept }: Asked = {}) =>
    checkEntries(log.read, secrets, inTurn([kept]), inTurn(commitments), log.size);
  const flip = (name: string, at: number): void => {
    const bytes = Buffer.from(log.files.get(name) ?? []);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    log.files.set(name, bytes);
  };
  const entriesFile = () => [...log.files.keys()].find((name) => name.startsWith('tile/entries/')) ?? '';

  it('is the tree that was signed, of so many entries', async () => {
    expect(await tree()).toMatchObject({ size: 32 });
    await expect(tree(31)).rejects.toMatchObject({ ...differs, about: expect.stringContaining('32 entries, not 31') });
  });

  it('is another one where a tile, an entry or the signature is', async () => {
    for (const name of log.files.keys()) {
      const kept = log.files.get(name);
      flip(name, (kept?.length ?? 0) - 5);
      await expect(tree()).rejects.toMatchObject(differs);
      if (kept) log.files.set(name, kept);
    }
    expect(await tree()).toMatchObject({ size: 32 });
    log.files.set('checkpoint', Buffer.from(await log.note(0, await new LogSecrets(others).log())));
    await expect(tree()).rejects.toMatchObject(differs);
  });

  it('has an entry for each event, in the order of the store, and counts those behind it', async () => {
    expect(await entries()).toBe(0);
    expect(await entries({ commitments: [...log.commitments, ...log.commitments.slice(0, 3)] })).toBe(3);
  });

  it('is of other events where one was altered, moved or taken away, or where the keys are others', async () => {
    const [first = '', second = '', ...rest] = log.commitments;
    for (const commitments of [[second, first, ...rest], [first, first, ...rest], log.commitments.slice(0, -1)])
      await expect(entries({ commitments })).rejects.toMatchObject(differs);
    await expect(entries({ secrets: new LogSecrets(others) })).rejects.toMatchObject(differs);
  });

  it('has nothing in the place of a blank but a blank', async () => {
    flip(entriesFile(), 21 * 34 + 10);
    await expect(entries()).rejects.toMatchObject({ ...differs, about: 'entry 21' });
  });
});

const others = logKeysIn(Buffer.alloc(96, 1));
