import { pause } from '@parley/projections';
import type { KafkaAdminPort, PartitionEnds } from '../client/admin.port';

const LOOK_AGAIN_MS = 20;
const TROUBLE_MS = 500;

/** How far a group is in one partition. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Where the group goes on. */
  readonly next: bigint;
  /** Records that it has not noted as done. */
  readonly events: number;
  /** Records that the topic no longer kept when the group was to go on with them. */
  readonly missed: number;
}

/** Where a group stands in its topics, whichever of its instances took it there. */
export class GroupOffsets {
  readonly #admin: KafkaAdminPort;
  readonly #groupId: string;
  readonly #topics: readonly string[];
  /** The offsets that this instance has committed. It need not ask for them. */
  readonly #own = new Map<string, bigint>();

  constructor(admin: KafkaAdminPort, groupId: string, topics: readonly string[]) {
    this.#admin = admin;
    this.#groupId = groupId;
    this.#topics = topics;
  }

  committed(topic: string, partition: number, next: bigint): void {
    this.#own.set(`${topic}/${String(partition)}`, next);
  }

  /** @throws when the broker is away */
  async lag(): Promise<readonly PartitionLag[]> {
    const ofTopics = await Promise.all(
      this.#topics.map(async (topic) => {
        const ends = await this.#admin.ends(topic);
        const committed = await this.#admin.committed(this.#groupId, topic);
        return ends.map((each, partition) => lagOf(topic, partition, each, committed[partition] ?? -1n));
      }),
    );
    return ofTopics.flat();
  }

  /**
   * Waits until the group has done everything that lies in its topics now. Goes on waiting while the broker is away.
   * @throws when the signal comes first
   */
  async reachEnds(signal: AbortSignal): Promise<void> {
    for (const { topic, ends } of await this.#endsNow(signal)) {
      while (!(await this.#isBehind(topic, ends))) {
        await pause(LOOK_AGAIN_MS, signal);
        signal.throwIfAborted();
      }
    }
  }

  async #endsNow(
    signal: AbortSignal,
  ): Promise<readonly { readonly topic: string; readonly ends: readonly PartitionEnds[] }[]> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await Promise.all(this.#topics.map(async (topic) => ({ topic, ends: await this.#admin.ends(topic) })));
      } catch {
        // The membership of the group tells of it.
        await pause(TROUBLE_MS, signal);
      }
    }
  }

  /** True when the group stands behind all of these ends. */
  async #isBehind(topic: string, ends: readonly PartitionEnds[]): Promise<boolean> {
    const isOwn = ends.every(
      ({ first, end }, partition) => end === first || (this.#own.get(`${topic}/${String(partition)}`) ?? -1n) >= end,
    );
    if (isOwn) return true;
    const committed = await this.#admin.committed(this.#groupId, topic).catch(() => []);
    return ends.every(({ first, end }, partition) => end === first || (committed[partition] ?? -1n) >= end);
  }
}

function lagOf(topic: string, partition: number, { first, end }: PartitionEnds, committed: bigint): PartitionLag {
  const next = committed > first ? committed : first;
  const missed = committed >= 0n && committed < first ? first - committed : 0n;
  return { topic, partition, next, events: Number(end > next ? end - next : 0n), missed: Number(missed) };
}
