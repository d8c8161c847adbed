import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  announcement,
  insistOnKeys,
  openDataFolder,
  openKeys,
  publicUrlOf,
  reservePort,
  StartError,
  Undo,
} from '@parley/hosting/installation';
import { howToGetToken } from '@parley/identity';
import { freePorts } from '@parley/embedded-postgres';
import { keptNamespace } from './data/kept-namespace';
import { messageKeys } from './data/message-keys';
import type { TrialSettings } from './settings';
import { gatewayPlan, migrationsPlan, servicePlans, type TrialGround } from './plan/process-plan';
import { Fleet } from './processes/fleet';
import { openOwnWitnesses } from './processes/own-witnesses';
import { keepDoing } from './processes/keep-doing';
import {
  kafkaAbsence,
  openKafka,
  openPostgres,
  ProcessList,
  type Kept,
  type OpenKafka,
  type OpenPostgres,
} from './processes/own-servers';
import { runJob } from './processes/supervised-process';
import type { View } from './view/live-view';

/** What a newcomer needs to know once all are ready. */
export function announce(
  { url, brokers }: Trial,
  { dataDir, demonstrationClock, databaseUrl, oidc }: TrialSettings,
  seconds: number,
): string {
  return announcement({
    who: 'Parley',
    url,
    seconds,
    facts: [
      ['form', 'distributed: five services, a gateway, Kafka and PostgreSQL; for trying, not for production'],
      ['docket', `${url}/docket`],
      ['API', `${url}/docs  (${url}/openapi.json)`],
      ['data', `${dataDir}${databaseUrl ? ` and the database at ${databaseUrl.host}` : ''}`],
      ['Kafka', brokers],
      ['clock', demonstrationClock === undefined ? 'real' : 'demonstration'],
      [
        'token',
        oidc.issuers.length > 0
          ? howToGetToken(oidc.issuers)
          : `curl -sS -u cn-desk:demo -d grant_type=client_credentials ${url}/oidc/cn/token`,
      ],
      ['try', `curl -sS ${url}/v1/docket`],
    ],
    end: 'Ctrl-C ends all of it; the data stay and the next start goes on from them.',
  });
}

/** The distributed form on one machine, ready. */
export interface Trial {
  /** Address under which clients reach the gateway. */
  readonly url: string;
  readonly brokers: string;
  /** Ends all processes in order. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at the processes. */
const LOOK_MS = 1_000;

/**
 * Starts broker, database, services and gateway in processes of their own, and resolves when all are ready.
 * @param withLag whether the view shows lag
 * @throws StartError or SettingsError with one sentence; then nothing is left running
 */
export async function startTrial(settings: TrialSettings, view: View, withLag: boolean): Promise<Trial> {
  const undo = new Undo();
  try {
    return await start(settings, view, withLag, undo);
  } catch (error) {
    await undo.all().catch(() => undefined);
    throw error;
  }
}

async function start(settings: TrialSettings, view: View, withLag: boolean, undo: Undo): Promise<Trial> {
  const { dataDir, kafkaBrokers } = settings;
  const absence = kafkaAbsence(kafkaBrokers);
  if (absence !== undefined) throw new StartError(absence);
  const gatewayPort = await reservePort(settings.host, settings.port);
  const publicUrl = publicUrlOf(settings.publicUrl, settings.host, gatewayPort);
  const { hasRecord, keepKind } = openDataFolder(dataDir, {
    time: settings.demonstrationClock === undefined ? 'real' : 'demonstration',
    mode: 'demonstration',
  });
  const namespace = settings.kafkaNamespace ?? keptNamespace(dataDir, kafkaBrokers === undefined ? 'own' : 'given');
  const keysDir = path.join(dataDir, 'keys');
  if (hasRecord && settings.keysAre === 'kept') insistOnKeys(keysDir);
  const { cursorSecret: secret } = openKeys(keysDir);
  mkdirSync(path.join(dataDir, 'blobs'), { recursive: true });

  const ours = [...(settings.databaseUrl ? [] : ['PostgreSQL']), ...(kafkaBrokers === undefined ? ['Kafka'] : [])];
  if (ours.length > 0) view.say(`starts ${ours.join(' and ')} …`);
  const [postgres, kafka] = await Promise.all([
    openDatabase(settings, hasRecord, undo),
    openBroker(settings, view, undo),
  ]);
  keepKind();
  const count = Object.values(settings.instances).reduce((sum, each) => sum + each, 0);
  const own = await openOwnWitnesses(settings, undo, (line) => view.say(line));
  const ground: TrialGround = {
    settings: { ...settings, witnesses: own.witnesses },
    publicUrl,
    gatewayPort,
    adminUrl: postgres.url,
    brokers: kafka.brokers,
    copies: kafka.copies,
    namespace,
    keysDir,
    messageKeys: messageKeys(path.join(keysDir, 'messages')),
    secret,
    ports: await freePorts(2 * count + 1),
  };
  view.say('prepares database and broker …');
  await runJob(migrationsPlan(ground));

  view.say('starts the services …');
  const services = servicePlans(ground);
  const fleet = new Fleet({ services, gateway: gatewayPlan(ground, services), view, withLag });
  undo.add(() => fleet.stop());
  fleet.start();
  await fleet.ready();
  await own.start(services);
  const stopLooking = keepLooking(fleet, { PostgreSQL: postgres, Kafka: kafka }, view, new ProcessList(dataDir));
  return {
    url: publicUrl,
    brokers: kafka.brokers,
    stop: async () => {
      stopLooking();
      view.show([]);
      await undo.all();
    },
  };
}

async function openDatabase(
  { dataDir, databaseUrl }: TrialSettings,
  hasRecord: boolean,
  undo: Undo,
): Promise<OpenPostgres> {
  const postgres = await openPostgres({ dataDir, hasRecord }, databaseUrl);
  undo.add(() => postgres.stop());
  return postgres;
}

async function openBroker(
  { dataDir, kafkaBrokers, kafkaNodes }: TrialSettings,
  view: View,
  undo: Undo,
): Promise<OpenKafka> {
  const kafka = await openKafka(dataDir, kafkaBrokers, kafkaNodes, (sentence) => view.say(sentence));
  undo.add(() => kafka.stop());
  return kafka;
}

/**
 * Looks after each by itself: a Kafka takes its time to start, and the others are looked after meanwhile. @returns what
 * ends the looking
 */
function keepLooking(fleet: Fleet, kept: Readonly<Record<string, Kept>>, view: View, list: ProcessList): () => void {
  const say = (sentence: string): void => view.say(sentence);
  const keepUps = Object.entries(kept).map(([name, each]) =>
    keepDoing(
      `start ${name} again`,
      LOOK_MS,
      async () => {
        if (await each.keepUp()) say(`${name} ended, and was started again`);
      },
      say,
    ),
  );
  const look = keepDoing(
    'look after all',
    LOOK_MS,
    async () => list.write([...(await fleet.look()), ...Object.values(kept).flatMap((each) => each.processes())]),
    say,
  );
  return () => [look, ...keepUps].forEach((end) => end());
}
