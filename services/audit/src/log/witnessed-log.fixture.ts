import { InMemoryEventStore } from '@parley/event-store';
import type { SideWitness } from '@parley/http';
import { nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { OtherServices } from '../history/case-record.fixture';
import { SetClock } from '../running-audit.fixture';
import { LogAttestation } from './log-attestation';
import { LogAttester } from './log-attester';
import { someLogKeys } from './log-keys.fixture';
import { LogSecrets } from './log-secrets';
import { LogWriter } from './log-writer';
import { LogKeeper } from './log-keeper';
import { WitnessedPast } from './witnessed-past';
import { MemoryCheckpoints } from './memory-checkpoints.fixture';
import { MemoryCosignatures } from './memory-cosignatures.fixture';
import { MemoryFiles } from './memory-files.fixture';
import { ServedWitness } from './served-witness.fixture';

/** A log in memory with a witness of each side over HTTP. */
export class WitnessedLog {
  readonly clock = new SetClock();
  readonly store = new InMemoryEventStore({ clock: this.clock });
  readonly files = new MemoryFiles();
  readonly checkpoints = new MemoryCheckpoints();
  readonly cosignatures = new MemoryCosignatures();
  readonly secrets = new LogSecrets(someLogKeys(38));
  /** What the attester tells of. */
  readonly told: string[] = [];
  /** What a witness failed at, in the last look. */
  failed: string[] = [];
  readonly #others = new OtherServices(this.store);
  /** Doubts of witnesses that the attester asked to have looked into. */
  doubts = 0;
  readonly #attester: LogAttester;

  private constructor(readonly sides: readonly [ServedWitness, ServedWitness]) {
    const onFailure = (failure: unknown): void => void this.told.push(String(failure));
    const onDoubt = (): Promise<void> => {
      this.doubts += 1;
      return Promise.resolve();
    };
    const { files, checkpoints, cosignatures, secrets, witnesses } = this;
    this.#attester = new LogAttester(
      { files, checkpoints, cosignatures, secrets, witnesses, onFailure, onDoubt },
      new AbortController().signal,
    );
  }

  static async of(): Promise<WitnessedLog> {
    const log = new WitnessedLog([await ServedWitness.of('US'), await ServedWitness.of('CN')]);
    for (const side of log.sides) await side.witnesses(await log.secrets.policy());
    return log;
  }

  get witnesses(): readonly SideWitness[] {
    return this.sides.map(({ known }) => known);
  }

  /** What readers are shown at this moment. */
  get attestation(): LogAttestation {
    const { checkpoints, cosignatures, secrets, clock, witnesses } = this;
    return new LogAttestation({ checkpoints, cosignatures, secrets, clock, witnesses });
  }

  /** What the witnesses remember of the log. */
  get past(): WitnessedPast {
    const { files, checkpoints, secrets, witnesses } = this;
    return new WitnessedPast({ files, checkpoints, secrets, witnesses });
  }

  /** A process that was started just now on what files and database have. */
  started(): LogKeeper {
    const { store, clock, files, checkpoints, secrets, past, told } = this;
    const writer = new LogWriter({ store, clock, files, checkpoints, secrets });
    return new LogKeeper(writer, past, (failure) => void told.push(String(failure)));
  }

  /** The policy of the log, which asks for both sides. */
  async both(): Promise<Policy> {
    return parsePolicy(nodeChecks.digest, await this.secrets.policy(this.witnesses));
  }

  /** Records events and signs a checkpoint over them. @returns its number */
  async grow(events: number): Promise<number> {
    await this.record(events);
    return this.sign();
  }

  /** Records events that no checkpoint covers yet. */
  async record(events: number): Promise<void> {
    await this.#others.record('intake.case-1', ...Array.from({ length: events }, () => ({ type: 'Noted' })));
  }

  /** Signs a checkpoint over what was recorded. @returns its number */
  async sign(): Promise<number> {
    const { store, clock, files, checkpoints, secrets } = this;
    const writer = new LogWriter({ store, clock, files, checkpoints, secrets });
    while (await writer.step());
    return (await checkpoints.newest())?.n ?? 0;
  }

  /** Looks once at both witnesses. */
  async look(): Promise<void> {
    this.failed = [];
    const trying = async (what: string, doing: () => Promise<void>): Promise<void> =>
      doing().catch((failure: unknown) => void this.failed.push(`${what}: ${String(failure)}`));
    await this.#attester.offerNewest(trying);
    await this.#attester.readSplits(trying);
  }

  async close(): Promise<void> {
    for (const side of this.sides) await side.close();
  }
}
