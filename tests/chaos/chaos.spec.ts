import { describeWithLocalKafka } from '@parley/testing/kafka';
import { makeFolder, removeFolder } from '../support/data-folder';
import { runChaos } from './chaos-run';
import { chosenFaults } from './chosen-faults';
import { inTurn } from './faults/in-turn';
import { report } from './report';

/** Of `npm run chaos`, for who wants to repeat it. */
const SEED = 20_260_302;
/**
 * One of each kind: a service, what carries the messages, what keeps the record, and a broker that delivers as badly as
 * it may. One comes upon the other with no time to settle; `npm run chaos` lets each settle, and compares after it.
 */
const FAULTS = ['intake-killed', 'broker-killed', 'database-restarted', 'messages-again', 'rebuilt-under-load'];

/** Two or three minutes, and more where the machine is busy with others. */
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
    // Kept for who has to look into it; where it is stands in what was said. What was found comes first, where a log
    // that is cut keeps it.
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
