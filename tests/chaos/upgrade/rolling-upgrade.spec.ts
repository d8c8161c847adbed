import { describeWithLocalKafka } from '@parley/testing/kafka';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { listRosters } from '../../support/rosters';
import { Client } from '../../support/client';
import { check } from '../checker/check';
import { eventsOf, type CaseRecord } from '../checker/case-record';
import { observe, type Observation } from '../checker/observe';
import { checkRebuilds } from '../checker/rebuilds.check';
import { Installation } from '../installation/installation';
import { ActLedger } from '../load/act-ledger';
import { SteadyLoad } from '../load/steady-load';
import { seededRandom } from '../seeded-random';
import { until } from '../until';
import { CaseOfLater, untilSaid } from './case-of-later';
import { LATER_ANSWER, LATER_EVENT, TwoVersions } from './two-versions';
import { unknownEvents } from './unknown-events';

/** Number of acts that are done at each stage of the upgrade. */
const ACTS = 40;
const WITHIN_MS = 240_000;
const INSTANCES = ['intake-1', 'intake-2'];
const WAITS = `a newer version of intake has recorded ${LATER_EVENT}, and this instance waits for one that knows it`;
/** Answers of an instance that does not know all of a case. Reads go on, and acts are for another instance. */
const OF_OLDER = { read: 200, act: '503 later-version' };
const OF_LATER = { read: 200, act: '200 done' };

jest.setTimeout(1_200_000);

describeWithLocalKafka('a rolling upgrade of intake under load, in one release with a new kind of event,', () => {
  const dataDir = makeFolder();
  const workspace = makeFolder();
  const ledger = new ActLedger();
  const filed: string[] = [];
  let versions: TwoVersions;
  let installation: Installation;
  let observation: Observation;
  let unknown: readonly Readonly<Record<string, number>>[];
  let beside: object;
  let alone: object;

  const restart = async (name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> =>
    installation.untilReplaced(name, installation.signal(name, signal));
  const urlOf = (name: string): string =>
    installation.processesOf('intake').find((each) => each.name === name)?.url ?? '';
  const more = async (): Promise<void> => {
    const before = ledger.acknowledged.length;
    await until(`${String(ACTS)} acts`, WITHIN_MS, () =>
      ledger.acknowledged.length >= before + ACTS ? true : undefined,
    );
  };
  const counted = (): Promise<readonly Readonly<Record<string, number>>[]> =>
    Promise.all(
      ['audit', 'panel-review', 'evidence']
        .flatMap((service) => installation.processesOf(service))
        .map(({ metricsUrl = '' }) => unknownEvents(metricsUrl)),
    );
  const file = async (at: string): Promise<CaseOfLater> => {
    const found = await CaseOfLater.filedAt(at, installation.url);
    filed.push(found.id);
    return found;
  };
  const parked = async (): Promise<number> => {
    const operator = await Client.as(installation.url, 'operator');
    return (await operator.read<{ parked: readonly unknown[] }>('/v1/operations')).parked.length;
  };

  /** Upgrades one instance after the other. Between the two, both versions answer for the same cases. */
  async function upgrade(): Promise<void> {
    versions.toLater();
    await restart('intake-1');
    await more();
    const found = await file(urlOf('intake-1'));
    beside = { older: await found.answersAt(urlOf('intake-2')), later: await found.answersAt(urlOf('intake-1')) };
    await restart('intake-2');
    await more();
    unknown = await until('what is unknown to be heard of', WITHIN_MS, async () => {
      const now = await counted();
      return now.every(({ type = 0, field = 0 }) => type > 0 && field > 0) ? now : undefined;
    });
  }

  /** The later version ends before it has told what it recorded, and only this one is left. */
  async function goBackInHaste(): Promise<void> {
    installation.signal('kafka-1', 'SIGSTOP');
    try {
      const found = await file(installation.url);
      versions.toThis();
      for (const name of INSTANCES) await restart(name, 'SIGKILL');
      alone = { older: await found.answersAt(installation.url) };
    } finally {
      installation.signal('kafka-1', 'SIGCONT');
    }
    for (const name of INSTANCES) await untilSaid(urlOf(name), WAITS);
    await file(installation.url);
  }

  beforeAll(async () => {
    versions = new TwoVersions(workspace);
    installation = await Installation.start({ dataDir, workspace, brokers: 1, instances: 'intake=2' });
    await listRosters(installation.url);
    const load = new SteadyLoad({
      url: installation.url,
      ledger,
      random: seededRandom(1),
      lanes: 6,
      restMs: 100,
      now: () => installation.now,
    });
    load.resume();
    await more();
    await upgrade();
    await load.pause();
    await goBackInHaste();
    versions.toLater();
    for (const name of INSTANCES) await restart(name);
    load.resume();
    await more();
    await load.pause();
    await installation.untilReady();
    await until('nothing to be parked', WITHIN_MS, async () => ((await parked()) === 0 ? true : undefined));
    await installation.move(30);
    observation = await observe({
      url: installation.url,
      kafka: installation.kafka,
      namespace: installation.namespace,
      caseIds: [...ledger.takeTouched(), ...filed],
    });
  });
  afterAll(async () => {
    await installation.stop();
    removeFolder(dataDir);
    removeFolder(workspace);
  });

  const timesOn = (record: CaseRecord, kind: string): number =>
    eventsOf(record).filter(({ type }) => type === kind).length;

  it('loses and doubles no act that was acknowledged, and keeps every order', () => {
    // This version knows of an event of the later one no more than that somebody acted.
    const known = observation.messages.map((message) =>
      message.name === LATER_EVENT ? { ...message, name: 'PersonActed' } : message,
    );
    expect(check(ledger, { ...observation, messages: known })).toEqual([]);
  });

  it('has the older version show a case of the later one meanwhile, and leave what is decided in it to that', () => {
    expect(beside).toEqual({ older: OF_OLDER, later: OF_LATER });
  });

  it('answers each event of the new kind once, though both versions followed the record', () => {
    const [annotated, plain] = [1, 0].map((times) =>
      observation.records.filter((record) => timesOn(record, LATER_EVENT) === times),
    );
    expect([annotated, plain].every((records = []) => records.length > 10)).toBe(true);
    expect(annotated?.filter((record) => timesOn(record, LATER_ANSWER) !== 1)).toEqual([]);
  });

  it('tells each event of the new kind, though the older version was alone with some of them', () => {
    const told = new Set(observation.messages.filter(({ name }) => name === LATER_EVENT).map(({ subject }) => subject));
    const recorded = observation.records.filter((record) => timesOn(record, LATER_EVENT) > 0);
    expect(recorded.filter(({ caseId }) => !told.has(caseId))).toEqual([]);
  });

  it('has the older version, alone with them, show its cases and say what it waits for', () => {
    expect(alone).toEqual({ older: OF_OLDER });
  });

  it('has others go on over what they do not know, and count it', () => {
    expect(unknown.every(({ type = 0, field = 0 }) => type > 0 && field > 0)).toBe(true);
    expect(observation.operations.parked).toEqual([]);
  });

  it('lists the same when the later version builds its read models anew', async () => {
    expect(await checkRebuilds(installation.url)).toEqual([]);
  });
});
