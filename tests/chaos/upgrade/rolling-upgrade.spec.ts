import { describeWithLocalKafka } from '@parley/testing/kafka';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { listRosters } from '../../support/rosters';
import { check } from '../checker/check';
import { eventsOf, type CaseRecord } from '../checker/case-record';
import { observe, type Observation } from '../checker/observe';
import { checkRebuilds } from '../checker/rebuilds.check';
import { Installation } from '../installation/installation';
import { ActLedger } from '../load/act-ledger';
import { SteadyLoad } from '../load/steady-load';
import { seededRandom } from '../seeded-random';
import { until } from '../until';
import { LATER_EVENT, TwoVersions } from './two-versions';
import { unknownEvents } from './unknown-events';

/** Acts that are done while the versions stand as they are. */
const ACTS = 40;
const WITHIN_MS = 240_000;
const INSTANCES = ['intake-1', 'intake-2'];

jest.setTimeout(900_000);

describeWithLocalKafka(
  'a rolling upgrade of intake under load, and back, with events that the older version does not know,',
  () => {
    const dataDir = makeFolder();
    const workspace = makeFolder();
    const ledger = new ActLedger();
    let versions: TwoVersions;
    let installation: Installation;
    let observation: Observation;
    let unknown: readonly Readonly<Record<string, number>>[];

    /** One instance ends in order, and the version that lies there now is started in its place. */
    const restart = async (name: string): Promise<void> =>
      installation.untilReplaced(name, installation.signal(name, 'SIGTERM'));
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
      for (const change of [() => versions.toLater(), () => versions.toThis()]) {
        change();
        for (const name of INSTANCES) {
          await restart(name);
          await more();
        }
        // The relay of this version tells nothing of what it does not know: it takes one of the later to tell it.
        unknown = await until('what is unknown to be heard of', WITHIN_MS, async () => {
          const now = await counted();
          return now.every(({ type = 0, field = 0 }) => type > 0 && field > 0) ? now : undefined;
        });
      }
      await load.pause();
      await installation.untilReady();
      await installation.move(30);
      observation = await observe({
        url: installation.url,
        kafka: installation.kafka,
        namespace: installation.namespace,
        caseIds: ledger.takeTouched(),
      });
    });
    afterAll(async () => {
      await installation.stop();
      removeFolder(dataDir);
      removeFolder(workspace);
    });

    it('loses and doubles no act that was acknowledged, and keeps every order', () => {
      const known = observation.messages.filter(({ name }) => name !== LATER_EVENT);
      expect(check(ledger, { ...observation, messages: known })).toEqual([]);
    });

    it('has had cases that one version filed and the other went on with', () => {
      const isAnnotated = (record: CaseRecord): boolean => eventsOf(record).some(({ type }) => type === LATER_EVENT);
      const { true: annotated = 0, false: plain = 0 } = Object.fromEntries(
        [...Map.groupBy(observation.records, (record) => String(isAnnotated(record)))].map(([key, records]) => [
          key,
          records.length,
        ]),
      );
      expect([annotated, plain].every((count) => count > 10)).toBe(true);
    });

    it('has others go on over what they do not know, and count it', () => {
      expect(unknown.every(({ type = 0, field = 0 }) => type > 0 && field > 0)).toBe(true);
      expect(observation.operations.parked).toEqual([]);
    });

    it('lists the same when this version builds its read models anew from what the later one recorded', async () => {
      expect(await checkRebuilds(installation.url)).toEqual([]);
    });
  },
);
