import { setTimeout as sleep } from 'node:timers/promises';
import { STEADY_MS } from '../round';
import type { Fault } from './fault';

/** Faults that follow each other in a drawn order, under one load and without a comparison between them. */
export const inTurn = (faults: readonly Fault[]): Fault => ({
  name: faults.map(({ name }) => name).join(', '),
  what: faults.map(({ what }) => what).join('; '),
  during: async (installation, random, note) => {
    for (const [nth, fault] of random.shuffled(faults).entries()) {
      if (nth > 0) await sleep(random.between(...STEADY_MS));
      await fault.during(installation, random.branch(fault.name), note);
    }
  },
});
