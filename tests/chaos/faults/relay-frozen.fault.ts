import type { Admin } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '../checker/every-record';
import type { Installation } from '../installation/installation';
import { until } from '../until';
import type { Fault } from './fault';

/** Longer than a relay's lease, 10 s. */
const LEASE_MS = 15_000;
/** Another relay takes over when there is something to tell, and the load provides that. */
const TAKEN_OVER_WITHIN_MS = 120_000;

/**
 * One of two instances stands still until its lease has passed and the other tells in its place. Then it wakes with a
 * page in hand that was told already. Each has its turn, since nobody can see from outside which of them holds the
 * lease.
 */
export const relayFrozen: Fault = {
  name: 'relay-frozen',
  what: 'each of two relays stands still until the other has taken over, and wakes',
  during: async (installation, random) => {
    const admin = installation.kafka.admin();
    await admin.connect();
    try {
      for (const { name } of random.shuffled(installation.processesOf('intake'))) {
        installation.signal(name, 'SIGSTOP');
        try {
          await sleep(LEASE_MS);
          await toldMore(admin, installation);
        } finally {
          installation.signal(name, 'SIGCONT');
        }
      }
    } finally {
      await admin.disconnect();
    }
  },
};

/** Resolves when something new is in intake's topic. */
async function toldMore(admin: Admin, { namespace }: Installation): Promise<void> {
  const before = await endOf(admin, namespace);
  await until('intake to be told of by the other instance', TAKEN_OVER_WITHIN_MS, async () =>
    (await endOf(admin, namespace)) > before ? true : undefined,
  );
}

const endOf = async (admin: Admin, namespace: string): Promise<bigint> =>
  (await admin.fetchTopicOffsets(topicOf(namespace, 'intake'))).reduce((sum, { high }) => sum + BigInt(high), 0n);
