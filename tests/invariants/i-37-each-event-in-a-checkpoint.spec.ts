import { InMemoryEventStore } from '@parley/event-store';
import {
  nodeChecks,
  openCheckpoint,
  parsePolicy,
  TiledTree,
  verifyConsistency,
  verifyLog,
  type Checkpoint,
} from '@parley/transparency';
import fc from 'fast-check';
import { OtherServices } from '../../services/audit/src/history/case-record.fixture';
import { LOOK_MS } from '../../services/audit/src/log/log-keeper';
import { someLogKeys } from '../../services/audit/src/log/log-keys.fixture';
import { LogSecrets } from '../../services/audit/src/log/log-secrets';
import { LogWriter } from '../../services/audit/src/log/log-writer';
import { MemoryCheckpoints } from '../../services/audit/src/log/memory-checkpoints.fixture';
import { MemoryFiles } from '../../services/audit/src/log/memory-files.fixture';
import { SetClock } from '../../services/audit/src/running-audit.fixture';
import { sentence } from './sentences';

const secrets = new LogSecrets(someLogKeys(37));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** Two seconds are promised. */
const PROMISED_MS = 2_000;

/** What happens to an installation: events are recorded, the log is looked after, it dies, a part is set back. */
type Happening =
  | { readonly kind: 'recorded'; readonly events: number }
  | { readonly kind: 'looked' }
  | { readonly kind: 'died'; readonly writes: number }
  | { readonly kind: 'database restored' | 'files restored'; readonly to: number };

/**
 * In each story one part alone is restored. Where all of them are, no process can know of what was lost: that is what
 * witnesses and replicas are for.
 */
const happenings = (restored: 'database restored' | 'files restored'): fc.Arbitrary<readonly Happening[]> => {
  const recorded = fc.record({ kind: fc.constant('recorded' as const), events: fc.integer({ min: 1, max: 40 }) });
  const died = fc.record({ kind: fc.constant('died' as const), writes: fc.nat(9) });
  const each = fc.oneof(
    { weight: 4, arbitrary: recorded },
    { weight: 4, arbitrary: fc.constant({ kind: 'looked' as const }) },
    { weight: 2, arbitrary: died },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant(restored), to: fc.nat(3) }) },
  );
  return fc.array(each, { minLength: 4, maxLength: 14 });
};
const story = fc.constantFrom('database restored' as const, 'files restored' as const).chain(happenings);

/** An installation, and every checkpoint that anybody was ever shown. */
class Installation {
  readonly store = new InMemoryEventStore({ clock: new SetClock() });
  readonly files = new MemoryFiles();
  readonly checkpoints = new MemoryCheckpoints();
  readonly shown = new Set<string>();
  readonly #others = new OtherServices(this.store);
  readonly #moments: { readonly files: Map<string, Uint8Array>; readonly kept: MemoryCheckpoints['kept'] }[] = [];

  async happens(what: Happening): Promise<void> {
    if (what.kind === 'recorded')
      await this.#others.record('intake.case-1', ...Array.from({ length: what.events }, () => ({ type: 'Noted' })));
    if (what.kind === 'looked') await this.look();
    if (what.kind === 'died') await this.look(what.writes);
    const moment = 'to' in what ? this.#moments[what.to] : undefined;
    if (moment && what.kind === 'files restored') this.files.files = new Map(moment.files);
    if (moment && what.kind === 'database restored') this.checkpoints.kept = moment.kept;
    this.#moments.push({ files: new Map(this.files.files), kept: this.checkpoints.kept });
  }

  /** @param writes after so many the process dies. @returns whether it came to its end */
  async look(writes = Infinity): Promise<boolean> {
    let left = writes;
    const files = new Proxy(this.files, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (name !== 'write' && name !== 'create') return call;
        return (...args: unknown[]) => (left-- > 0 ? call(...args) : Promise.reject(new Error('died')));
      },
    });
    const { store, checkpoints } = this;
    const log = new LogWriter({ store, clock: new SetClock(), files, checkpoints, secrets });
    try {
      while (await log.step()) this.#show();
      return true;
    } catch {
      return false;
    } finally {
      this.#show();
    }
  }

  #show(): void {
    for (const { note } of this.checkpoints.kept) if (note !== null) this.shown.add(note);
    const served = this.files.files.get('checkpoint');
    if (served) this.shown.add(Buffer.from(served).toString());
  }
}

/** Asks that of all checkpoints that were ever shown each extends the one before, by the files as they were last. */
async function extendEachOther({ shown, files }: Installation): Promise<void> {
  const { key } = await secrets.log();
  const all = await Promise.all([...shown].map((note) => openCheckpoint(nodeChecks, note, key)));
  let before: Checkpoint | undefined;
  for (const after of all.toSorted((one, other) => one.size - other.size)) {
    const tree = new TiledTree((path) => files.read(path), after.size, nodeChecks.digest);
    if (before) await verifyConsistency(nodeChecks.digest, before, after, await tree.consistency(before.size));
    before = after;
  }
}

describe(sentence('I-37'), () => {
  it('of all checkpoints ever shown, each extends the one before, whatever died or was restored', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (all) => {
        const installation = new Installation();
        let newest = new Map<string, Uint8Array>();
        for (const what of all) {
          await installation.happens(what);
          if (installation.files.files.size >= newest.size) newest = new Map(installation.files.files);
        }
        installation.files.files = newest;
        await extendEachOther(installation);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('a database that is set back shows nobody a second past', async () => {
    const installation = new Installation();
    for (let time = 0; time < 3; time += 1) {
      await installation.happens({ kind: 'recorded', events: 5 });
      await installation.happens({ kind: 'looked' });
    }
    await installation.happens({ kind: 'database restored', to: 1 });
    await installation.happens({ kind: 'recorded', events: 5 });
    expect(await installation.look()).toBe(false);
    expect(installation.shown.size).toBe(3);
    await extendEachOther(installation);
  });

  it('each look covers every event that was recorded before it, and begins in time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }), async (counts) => {
        const installation = new Installation();
        for (const events of counts) {
          await installation.happens({ kind: 'recorded', events });
          expect(await installation.look()).toBe(true);
        }
        const entries = new Set<string>();
        const policy = await parsePolicy(nodeChecks.digest, await secrets.policy());
        await verifyLog(
          nodeChecks,
          policy,
          (path) => installation.files.read(path),
          (each) => entries.add(hex(each)),
        );
        const { events } = await installation.store.readAll({ limit: 1_000 });
        for (const { commitment } of events) expect(entries).toContain(hex(secrets.entryOf(commitment).entry));
      }),
      { numRuns: 15 },
    );
    expect(LOOK_MS * 2).toBeLessThanOrEqual(PROMISED_MS);
  }, 120_000);
});
