import {
  BrokerFailure,
  TELLING_CONTEXTS,
  ensureTopicsBy,
  kafkajsClient,
  unlessPassing,
  type BrokerProblem,
  type KafkaAdminPort,
  type KafkaSettings,
} from '@parley/messaging-kafka';
import { backoffMillis, pause } from '@parley/projections';

/** Milliseconds between two looks while the broker answers. */
const LOOK_MS = 10_000;

/**
 * Makes the topics that are not there yet, and watches whether the broker answers. A service works without it, but
 * should not for long.
 */
export class BrokerWatch {
  readonly #admin: KafkaAdminPort;
  readonly #stopped = new AbortController();
  readonly #running: Promise<void>;
  readonly #onFailure: (failure: unknown) => void;
  #reason: string | undefined = 'the broker has not answered yet';

  constructor(
    private readonly kafka: KafkaSettings,
    onFailure: (failure: unknown) => void,
  ) {
    this.#onFailure = unlessPassing(onFailure);
    this.#admin = kafkajsClient(kafka, onFailure).admin();
    this.#running = this.#look();
  }

  /** Why somebody should look after the broker, or `undefined`. */
  reason(): string | undefined {
    return this.#reason;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#admin.close();
    await this.#running;
  }

  async #look(): Promise<void> {
    const { signal } = this.#stopped;
    for (let failures = 0; !signal.aborted;) {
      try {
        await ensureTopicsBy(this.#admin, this.kafka, TELLING_CONTEXTS);
        [failures, this.#reason] = [0, undefined];
      } catch (failure) {
        failures += 1;
        this.#failed(failure);
      }
      await pause(failures > 0 ? backoffMillis(failures) : LOOK_MS, signal);
    }
  }

  #failed(failure: unknown): void {
    // The stop itself cuts off a look.
    if (this.#stopped.signal.aborted) return;
    this.#reason = brokerReason(failure);
    this.#onFailure(failure);
  }
}

const KEPT = 'what is recorded is kept and told once it does';

const AWAY = `the broker does not answer; ${KEPT}`;

const REASONS: Readonly<Record<BrokerProblem, string>> = {
  passing: AWAY,
  refused: `the broker does not take our name, password or certificate; ${KEPT}`,
  untrusted: `the broker does not show a certificate that we trust; ${KEPT}`,
};

/**
 * Why the broker is away, in one sentence for everybody. It never uses the words of a client, since they name
 * addresses.
 */
export const brokerReason = (failure: unknown): string =>
  failure instanceof BrokerFailure ? REASONS[failure.problem] : AWAY;
