import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault';

const SERVICES = ['intake', 'evidence', 'panel-review', 'referral', 'audit'];
/** Longer than the session of a consumer, 30 s, after which its group gives its partitions away. */
const PAUSED_MS = 45_000;

/** A service stands still for longer than its session, and wakes as if nothing had happened. */
export const consumerPaused: Fault = {
  name: 'consumer-paused',
  what: 'a service stands still for longer than its consumers’ sessions, and wakes',
  during: async (installation, random) => {
    const { name } = random.pick(installation.processesOf(random.pick(SERVICES)));
    installation.signal(name, 'SIGSTOP');
    try {
      await sleep(PAUSED_MS);
    } finally {
      installation.signal(name, 'SIGCONT');
    }
  },
};
