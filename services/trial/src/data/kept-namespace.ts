import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '@parley/hosting/installation';

/** The owner of the Kafka that carries the messages of a data folder. */
export type KafkaOwner = 'own' | 'given';

interface Kept {
  readonly kafka: KafkaOwner;
  readonly namespace: string;
}

const FILE = 'kafka.json';

/**
 * The namespace of a data folder's topics and groups. It is drawn at random once, so that two folders on one broker do
 * not mix.
 * @throws StartError when the folder's messages are on a Kafka of the other kind of owner: messages that nobody has
 *   heard yet would be lost
 */
export function keptNamespace(dataDir: string, owner: KafkaOwner): string {
  const file = path.join(dataDir, FILE);
  const kept = keptIn(file);
  if (!kept) {
    const namespace = `parley-${randomBytes(4).toString('hex')}`;
    writeFileSync(file, `${JSON.stringify({ kafka: owner, namespace } satisfies Kept)}\n`, { flush: true });
    return namespace;
  }
  if (kept.kafka === owner) return kept.namespace;
  const cure =
    owner === 'given' ? 'leave PARLEY_KAFKA_BROKERS and KAFKA_BROKERS out' : 'name it with PARLEY_KAFKA_BROKERS';
  throw new StartError(
    `The messages of the data folder ${dataDir} are on ` +
      `${owner === 'given' ? 'a Kafka of its own' : 'a Kafka that was given'}; ${cure}, or name another ` +
      'folder with PARLEY_DATA_DIR.',
  );
}

function keptIn(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}
