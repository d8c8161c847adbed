import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerReadableStream,
} from '@grpc/grpc-js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { AppendReq, AppendResp, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { noFaults, type Faults } from './faults';
import { RecordLog, type Logged, type Proposed } from './record-log';
import { DoubleSubscription, type ReadCall } from './subscription';
import { appendResponse, eventResponse, expectedOf, notFound, proposedOf, sizeOf, streamNameOf } from './wire';

export interface DoubleOptions {
  /** The log that it shows; one of its own when left out. */
  readonly log?: RecordLog;
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** Who may log in; nobody needs to when left out. */
  readonly login?: { readonly user: string; readonly password: string };
}

const MAX_APPEND_BYTES = 1024 * 1024;

/** The gRPC service of streams as EventStoreDB serves it, as far as the adapter uses it. */
export class EventStoreDouble {
  readonly faults: Faults = noFaults();
  readonly appends: { readonly stream: string; readonly events: readonly Proposed[] }[] = [];
  readonly #server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  readonly #subscriptions = new Set<DoubleSubscription>();
  subscriptionsOpened = 0;
  port = 0;

  private constructor(
    readonly log: RecordLog,
    private readonly login: DoubleOptions['login'],
  ) {}

  static async start({ log = new RecordLog(), port = 0, tls, login }: DoubleOptions = {}): Promise<EventStoreDouble> {
    const double = new EventStoreDouble(log, login);
    double.#server.addService(StreamsService, {
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        void double.#append(call, answer),
      read: (call: ReadCall) => void double.#read(call),
    });
    const credentials = tls
      ? ServerCredentials.createSsl(null, [
          { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
        ])
      : ServerCredentials.createInsecure();
    double.port = await new Promise((resolve, reject) => {
      double.#server.bindAsync(`127.0.0.1:${port}`, credentials, (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return double;
  }

  /** Says nothing more on the subscriptions that are open. */
  silenceSubscriptions(): void {
    for (const subscription of this.#subscriptions) subscription.fallSilent();
  }

  /** Drops every connection at once, and the server with it. */
  async stop(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.close();
    this.#server.forceShutdown();
    await sleep(0);
  }

  async #append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): Promise<void> {
    if (!this.#admits(call.metadata)) {
      answer({ code: status.UNAUTHENTICATED, details: 'Unauthenticated' });
      return;
    }
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    // A call that its client gave up ends too, perhaps with a part of its events.
    const ended = await once(call, 'end').then(
      () => !call.cancelled,
      () => false,
    );
    if (!ended) return;
    const options = requests[0]?.getOptions();
    if (options === undefined || requests.length === 1) {
      answer({ code: status.UNKNOWN, details: 'Exception was thrown by handler.' });
      return;
    }
    const events = requests.slice(1).map((request) => proposedOf(request.getProposedMessage()!));
    if (events.reduce((sum, event) => sum + sizeOf(event), 0) > MAX_APPEND_BYTES) {
      answer(tooLarge());
      return;
    }
    if (this.faults.droppedAppends > 0) {
      this.faults.droppedAppends -= 1;
      return;
    }
    const [stream, expected] = [streamNameOf(options.getStreamIdentifier()), expectedOf(options)];
    const written = this.log.append(stream, expected, events);
    if (written.kind === 'written') this.appends.push({ stream, events });
    // The server writes its statistics among everything else.
    if (written.kind === 'written' && this.appends.length % 5 === 0) this.log.writeSystemEvent('$stats-127.0.0.1:2113');
    if (this.faults.unansweredAppends > 0) {
      this.faults.unansweredAppends -= 1;
      return;
    }
    if (this.faults.delayMs > 0) await sleep(this.faults.delayMs);
    answer(null, appendResponse(written, expected));
  }

  async #read(call: ReadCall): Promise<void> {
    const options = call.request.getOptions();
    if (!this.#admits(call.metadata)) {
      fail(call, status.UNAUTHENTICATED, 'Unauthenticated');
      return;
    }
    if (options === undefined) {
      fail(call, status.UNKNOWN, 'Exception was thrown by handler.');
      return;
    }
    if (options.hasSubscription()) return this.#subscribe(call, options);
    if (this.faults.delayMs > 0) await sleep(this.faults.delayMs);
    const stream = options.getStream();
    const from = stream?.hasRevision() ? Number(stream.getRevision()) : 0;
    if (stream) return this.#readStream(call, options, streamNameOf(stream.getStreamIdentifier()), from);
    // The adapter reads all streams backwards from the end, and in no other way.
    await sendAll(call, this.log.all.toReversed().slice(0, Number(options.getCount())));
  }

  async #readStream(call: ReadCall, options: ReadReq.Options, name: string, from: number): Promise<void> {
    const history = this.log.stream(name);
    if (history === undefined) {
      call.write(notFound(name));
      call.end();
      return;
    }
    await sendAll(call, history.slice(from, from + Number(options.getCount())));
  }

  async #subscribe(call: ReadCall, options: ReadReq.Options): Promise<void> {
    const position = options.getAll()?.getPosition();
    const after = position ? BigInt(position.getCommitPosition()) : null;
    if (after !== null && !this.log.isValid(after)) {
      fail(call, status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
      return;
    }
    this.subscriptionsOpened += 1;
    const subscription = new DoubleSubscription(call, this.log, this.faults, options);
    this.#subscriptions.add(subscription);
    call.on('cancelled', () => this.#subscriptions.delete(subscription));
    await subscription.run(after);
  }

  #admits(metadata: Metadata): boolean {
    if (this.login === undefined) return true;
    const expected = `Basic ${Buffer.from(`${this.login.user}:${this.login.password}`).toString('base64')}`;
    return metadata.get('authorization').includes(expected);
  }
}

async function sendAll(call: ReadCall, events: readonly Logged[]): Promise<void> {
  for (const event of events) {
    if (call.cancelled) return;
    if (!call.write(eventResponse(event))) await drained(call);
  }
  call.end();
}

function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('cancelled', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done);
  });
}

function fail(call: ReadCall, code: status, details: string): void {
  call.emit('error', { code, details });
}

function tooLarge(): { readonly code: status; readonly details: string; readonly metadata: Metadata } {
  const metadata = new Metadata();
  metadata.set('exception', 'maximum-append-size-exceeded');
  metadata.set('maximum-append-size', String(MAX_APPEND_BYTES));
  return { code: status.INVALID_ARGUMENT, details: `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, metadata };
}
