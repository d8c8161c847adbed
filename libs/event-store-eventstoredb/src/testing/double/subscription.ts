import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Faults } from './faults';
import type { Logged, RecordLog } from './record-log';
import { caughtUpResponse, checkpointResponse, confirmation, eventResponse } from './wire';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const BEYOND_EVERYTHING = 2n ** 64n - 1n;

/** One subscription to all streams: the past in pages of its search window, a caught-up mark, then what comes. */
export class DoubleSubscription {
  readonly #considerable: (event: Logged) => boolean;
  readonly #interval: number;
  #silent: boolean;
  #closed = false;
  #wake: () => void = () => undefined;
  #considered = 0;

  constructor(
    private readonly call: ReadCall,
    private readonly log: RecordLog,
    private readonly faults: Faults,
    options: ReadReq.Options,
  ) {
    this.#considerable = filterOf(options);
    const filter = options.getFilter();
    this.#interval = Math.max(1, (filter?.getMax() ?? 32) * (filter?.getCheckpointintervalmultiplier() ?? 1));
    this.#silent = faults.muteSubscriptions > 0;
    if (this.#silent) faults.muteSubscriptions -= 1;
    for (const end of ['cancelled', 'close']) call.on(end, () => this.close());
    call.on('drain', () => this.#wake());
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  fallSilent(): void {
    this.#silent = true;
  }

  /** @param after `null` from the first event on */
  async run(after: bigint | null): Promise<void> {
    await this.#send(confirmation());
    const arrived: Logged[] = [];
    const stopListening = this.log.onAppended((event) => {
      arrived.push(event);
      this.#wake();
    });
    // The past as it is now; what comes meanwhile waits in `arrived`.
    const past = this.log.all.slice(after === null ? 0 : this.log.indexAfter(after));
    for (const event of past) await this.#consider(event);
    if (this.faults.wrongCheckpoints) {
      await this.#send(checkpointResponse(this.log.end, 0n));
      await this.#send(checkpointResponse(BEYOND_EVERYTHING));
    }
    await this.#send(caughtUpResponse());
    const seen = past.at(-1)?.position ?? after ?? -1n;
    while (!this.#closed) {
      const event = arrived.shift();
      if (event === undefined) await this.#woken();
      else if (event.position > seen) await this.#consider(event);
    }
    stopListening();
  }

  async #consider(event: Logged): Promise<void> {
    this.#considered += 1;
    if (this.#considerable(event)) await this.#send(eventResponse(event));
    if (this.#considered % this.#interval === 0) await this.#send(checkpointResponse(event.position));
  }

  async #send(message: ReadResp): Promise<void> {
    const delayMs = Math.max(this.faults.delayMs, this.faults.messageDelayMs);
    if (delayMs > 0) await sleep(delayMs);
    if (this.#closed || this.#silent) return;
    if (!this.call.write(message)) while (this.call.writableNeedDrain && this.#isOpen()) await this.#woken();
  }

  #isOpen(): boolean {
    return !this.#closed;
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

function filterOf(options: ReadReq.Options): (event: Logged) => boolean {
  const expression = options.getFilter()?.getStreamIdentifier();
  if (expression === undefined) return () => true;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
  const pattern = new RegExp(expression.getRegex());
  return ({ stream }) => pattern.test(stream);
}
