import { describeMachine } from './machine';
import { showSystem } from './system-lag';
import { showTransport } from './transport-lag';

export interface DistributedBenchOptions {
  /** Rates at which commands are offered, per second. */
  readonly rates: readonly number[];
  /** Length of each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Payload of an event, in bytes. */
  readonly payloadBytes: number;
  /** True to measure only the transport, without the services. */
  readonly transportOnly?: boolean;
}

/**
 * Measures the milliseconds from an acknowledged append to the read model of another service, at several rates, for the
 * transport alone and for the whole system.
 */
export async function run(options: DistributedBenchOptions): Promise<void> {
  console.log(`machine    ${describeMachine()}; load, broker, database and all of Parley share it`);
  console.log(
    `load       offered at a steady rate, whatever is answered; medians of ${String(options.rounds)} ` +
      `rounds of ${String(options.seconds)} s; lags of single cases\n`,
  );
  await showTransport(options);
  if (options.transportOnly !== true) await showSystem(options);
}
