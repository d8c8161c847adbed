import { BrokerFailure } from './client/broker-failure';

/** By then a broker has started or changed leaders. */
const LASTS_MS = 10_000;
/** Passing failures further apart have nothing to do with each other; the longest pause between two tries is 5 s. */
const APART_MS = 15_000;

/**
 * Tells failures. It tells those that pass by themselves only once they have come for 10 s: nobody needs to look after
 * one that is over before.
 */
export function unlessPassing(
  tell: (failure: unknown) => void,
  now: () => number = () => performance.now(),
): (failure: unknown) => void {
  let since = -Infinity;
  let last = -Infinity;
  return (failure) => {
    if (!(failure instanceof BrokerFailure) || failure.problem !== 'passing') {
      tell(failure);
      return;
    }
    const at = now();
    if (at - last > APART_MS) since = at;
    last = at;
    if (at - since >= LASTS_MS) tell(failure);
  };
}
