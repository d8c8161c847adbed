import { randomUUID } from 'node:crypto';
import { commandIdOf, streamIdOf, streamName, type EventStore } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { publicEventOf, type Publishes } from '@parley/messaging';
import { KafkaFeed, KafkaPublisher, type KafkaSettings } from '@parley/messaging-kafka';
import { Hearing, Work } from '@parley/processes';
import { ServiceFollower, upsertRows, type Projection } from '@parley/projections';
import type { DataSource } from 'typeorm';
import { eventOf, realClock } from './append-contenders';
import { benchKeys } from './bench-keys';
import { watchCommits } from './commit-watch';
import type { LagLog } from './lag-log';
import type { Telling } from './telling';

/** A service: its own pools, and bookkeeping in a schema of its own. */
export interface ServiceGround {
  readonly store: EventStore;
  readonly dataSource: DataSource;
}

export interface ParleyTellingOptions {
  readonly settings: KafkaSettings;
  readonly databaseUrl: string;
  readonly teller: ServiceGround;
  readonly reader: ServiceGround;
  readonly payload: Uint8Array;
}

export const [TELLER, READER] = ['intake', 'reader'] as const;
const GROUP = 'board';
const READ_CATEGORY = `${READER}.case`;

const publishes: Publishes = (event) => [
  publicEventOf(event, { type: 'parley.intake.v1.GrievanceFiled', data: event.payload }),
];

const board: Projection = {
  name: GROUP,
  categories: [READ_CATEGORY],
  tables: [GROUP],
  apply: (manager, events, tables) =>
    upsertRows(
      manager,
      { table: tables(GROUP), key: ['case_id'], columns: { case_id: 'uuid' } },
      events.map(({ stream }) => ({ case_id: streamIdOf(stream) })),
    ),
};

/**
 * The way that services take: an append, the relay, the broker, the hearing, an append in answer, and a table of that.
 */
export async function parleyTelling({
  settings,
  databaseUrl,
  teller,
  reader,
  payload,
}: ParleyTellingOptions): Promise<Telling> {
  let log: LagLog | undefined;
  await reader.dataSource.query(`CREATE TABLE ${READER}.${GROUP} (case_id uuid PRIMARY KEY)`);
  const watch = await watchCommits({ databaseUrl, table: `${READER}.${GROUP}`, name: 'NEW.case_id::text' }, (caseId) =>
    log?.seen(caseId),
  );
  const append = async (store: EventStore, category: string, caseId: string, commandId: CommandId): Promise<void> => {
    const { kind } = await store.append(streamName(category, caseId), 'no-stream', [eventOf(commandId, payload)], {
      commandId,
    });
    if (kind !== 'appended') throw new Error(`an append came to ${kind}`);
  };
  const { signerOf, origins } = benchKeys(TELLER);
  const relay = new KafkaPublisher({ kafka: settings, ...teller, clock: realClock, signerOf }).publish(
    TELLER,
    publishes,
  );
  const onFailure = (failure: unknown): void => console.error(failure);
  const follower = new ServiceFollower({ ...reader, onFailure });
  follower.table(board);
  const hearing = new Hearing({
    ...{ dataSource: reader.dataSource, contexts: [TELLER], group: GROUP, onFailure },
    feed: new KafkaFeed({ kafka: settings, dataSource: reader.dataSource, origins }),
    work: new Work({ dataSource: reader.dataSource, follower, onFailure }),
  });
  hearing.add({
    name: GROUP,
    answer: ({ subject }, commandId) => {
      log?.handed(subject);
      return append(reader.store, READ_CATEGORY, subject, commandId);
    },
  });
  hearing.start();
  follower.start();
  return {
    act: async (ofRound) => {
      log = ofRound;
      const caseId = randomUUID();
      await append(teller.store, `${TELLER}.case`, caseId, commandIdOf(streamName(`${TELLER}.case`, caseId)));
      ofRound.acknowledged(caseId);
      return caseId;
    },
    stop: async () => {
      await follower.stop();
      await hearing.stop();
      await relay.stop();
      await watch.stop();
    },
  };
}
