import { type Clock, instantFromMillis } from '@parley/kernel';

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantFromMillis(Date.now()) };
