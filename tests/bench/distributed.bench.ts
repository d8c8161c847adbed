import { describeMachine } from './machine';
import { showSystem } from './system-lag';
import { showTransport } from './transport-lag';

export interface DistributedBenchOptions {
  /** Commands a second that are offered. */
  readonly rates: readonly number[];
  /** Of each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Of an event, in bytes. */
  readonly payloadBytes: number;
  /** Whether only the transport is measured, without the services. */
  readonly transportOnly?: boolean;
}

/**
 * Milliseconds from an acknowledged append to the read model of another service, at several rates: of the transport
 * alone, and of the whole system.
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
