import { FAULTS } from './faults';
import type { Fault } from './faults/fault';

/**
 * The faults that a run can have.
 * @param names of the faults to have; every possible one when left out
 * @throws RangeError for an unknown name, and for a fault that needs three brokers where there is one
 */
export function chosenFaults(names: readonly string[] | undefined, brokers: 1 | 3): readonly Fault[] {
  const possible = FAULTS.filter(({ needsThreeBrokers }) => !needsThreeBrokers || brokers === 3);
  return names?.map((name) => possible.find((fault) => fault.name === name) ?? unknown(name)) ?? possible;
}

function unknown(name: string): never {
  if (FAULTS.some((fault) => fault.name === name)) throw new RangeError(`${name} needs --brokers 3`);
  throw new RangeError(`there is no fault ${name}; there are ${FAULTS.map((fault) => fault.name).join(', ')}`);
}
