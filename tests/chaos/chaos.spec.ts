import { describeWithLocalKafka } from '@parley/testing/kafka';
import { makeFolder, removeFolder } from '../support/data-folder';
import { runChaos } from './chaos-run';
import { chosenFaults } from './chosen-faults';
import { inTurn } from './faults/in-turn';
import { report } from './report';

/** The seed for `npm run chaos`, which repeats the run. */
const SEED = 20_260_302;
/**
 * One of each kind: a service, the broker, the database, and a broker that delivers as badly as it may. They follow
 * each other with no time to settle; `npm run chaos` lets each settle, and compares after it.
 */
const FAULTS = ['intake-killed', 'broker-killed', 'database-restarted', 'messages-again', 'rebuilt-under-load'];

/** It takes two or three minutes, and more on a machine that is busy with other work. */
jest.setTimeout(900_000);

describeWithLocalKafka(`the distributed form under load with the seed ${String(SEED)}`, () => {
  const dataDir = makeFolder();
  const said: string[] = [];

  it(`loses nothing, doubles nothing and tells both sides the same over ${FAULTS.join(', ')}`, async () => {
    const rounds = await runChaos({
      minutes: 0,
      seed: SEED,
      brokers: 1,
      faults: [inTurn(chosenFaults(FAULTS, 1))],
      dataDir,
      say: (sentence) => said.push(sentence),
    });
    const found = rounds.flatMap(({ findings }) => findings);
    // The folder is kept for whoever has to look into it, and the output says where it is. The findings come first,
    // because a log that is cut keeps its beginning.
    if (found.length > 0) {
      const inShort = found.map(({ by, what }) => `${by}: ${what}`).join('\n');
      throw new Error(
        `${inShort}\n\n${said.join('\n')}\n\n${report(rounds)}\nnpm run chaos -- --seed ${String(SEED)} ` +
          `--faults ${FAULTS.join(',')}`,
      );
    }
    expect(rounds.map(({ fault }) => fault)).toEqual([FAULTS.join(', '), 'all together']);
    expect(rounds.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
    expect(rounds[0]?.remark).toMatch(/docket of audit: \d+ events, \d+\/s/);
    removeFolder(dataDir);
  });
});
