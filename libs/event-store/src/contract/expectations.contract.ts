import type { ExpectedRevision } from '../event-store';
import type { ContractSubject } from './contract-subject';
import { appendSome, someStream } from './sample-events';

const ABSENT: readonly (readonly [ExpectedRevision, 'appended' | 'conflict'])[] = [
  ['no-stream', 'appended'],
  ['any', 'appended'],
  ['stream-exists', 'conflict'],
  [0, 'conflict'],
];
const AT_REVISION_1: readonly (readonly [ExpectedRevision, 'appended' | 'conflict'])[] = [
  ['no-stream', 'conflict'],
  ['any', 'appended'],
  ['stream-exists', 'appended'],
  [1, 'appended'],
  [0, 'conflict'],
  [2, 'conflict'],
];

export function describeExpectations(subject: () => ContractSubject): void {
  describe('an expected revision', () => {
    it.each(ABSENT)('of %p on a stream that is not there: %s', async (expected, kind) => {
      const { store } = subject();
      const stream = someStream();
      expect(await appendSome(store, stream, expected)).toMatchObject(
        kind === 'appended' ? { kind, revision: 0 } : { kind, actual: null },
      );
      expect(await store.read(stream)).toHaveLength(kind === 'appended' ? 1 : 0);
    });

    it.each(AT_REVISION_1)('of %p on a stream at revision 1: %s', async (expected, kind) => {
      const { store } = subject();
      const stream = someStream();
      await appendSome(store, stream, 'no-stream', 2);
      expect(await appendSome(store, stream, expected)).toMatchObject(
        kind === 'appended' ? { kind, revision: 2 } : { kind, actual: 1 },
      );
      expect(await store.read(stream)).toHaveLength(kind === 'appended' ? 3 : 2);
    });

    it('lets one of many writers win, here and elsewhere, and the others take no position', async () => {
      const { store, elsewhere } = subject();
      const stream = someStream();
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, n) => appendSome(n % 2 ? store : elsewhere, stream, 'no-stream')),
      );
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'conflict').map((result) => result.actual)).toEqual(
        Array(39).fill(0),
      );
      const before = await store.head();
      const next = await appendSome(store, someStream(), 'no-stream');
      expect(next.kind === 'appended' && store.compare(next.position, before)).toBeGreaterThan(0);
      expect((await store.readAll({ limit: 100 })).events).toHaveLength(2);
    });

    it('of any lets all of many writers write, here and elsewhere', async () => {
      const { store, elsewhere } = subject();
      const stream = someStream();
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, n) => appendSome(n % 2 ? store : elsewhere, stream, 'any')),
      );
      expect(results.map((result) => result.kind)).toEqual(Array(40).fill('appended'));
      expect((await store.read(stream)).map((event) => event.revision)).toEqual(
        Array.from({ length: 40 }, (_, n) => n),
      );
    });

    it('is met by what another process has just written', async () => {
      const { store, elsewhere } = subject();
      const stream = someStream();
      await appendSome(store, stream, 'no-stream');
      await appendSome(elsewhere, stream, 0);
      expect(await appendSome(store, stream, 1)).toMatchObject({ kind: 'appended', revision: 2 });
    });
  });
}
