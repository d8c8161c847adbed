import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@parley/testing';
import { Client } from '../support/client';
import { makeFolder, removeFolder } from '../support/data-folder';
import { everyItem } from '../support/every-item';
import { inTurns } from '../support/in-turns';
import { ParleyProcess } from '../support/parley-process';
import { rebuildReadModels } from '../support/rebuild-read-models';
import { whatIsListed } from '../support/what-is-listed';
import { unequalEffects } from './effects';
import { FilingSpree, type FiledCase, type Sent } from './filing-spree';

/** How many of a round's acts are answered when it is killed: early, late, and in between. */
const KILL_AT = [1, 40, 120, 200, 260];
const IN_FLIGHT = 200;

/** It takes a whole machine for a minute or more, and longer on one that is busy with other work. */
jest.setTimeout(900_000);

describe(
  `a process killed with -9 while ${String(IN_FLIGHT)} filings and registrations are in flight, ` +
    `${String(KILL_AT.length)} times over`,
  () => {
    const dataDir = makeFolder();
    const spree = new FilingSpree();
    let parley: ParleyProcess | undefined;
    let url: string;
    let registry: Client;
    /** Each filing's answer when everything is sent again, in the order in which it was sent. */
    let again: readonly FiledCase[];

    const acknowledged = (): readonly (Sent & { readonly acknowledged: FiledCase })[] =>
      spree.sent.flatMap((filing) => (filing.acknowledged ? [{ ...filing, acknowledged: filing.acknowledged }] : []));
    const completed = (): readonly Sent[] => spree.sent.filter(({ completenessSent }) => completenessSent);

    beforeAll(async () => {
      const port = await freePort();
      for (const [round, until] of KILL_AT.entries()) {
        parley = await ParleyProcess.start({ dataDir, port, env: { PARLEY_HOSTILE_SEED: String(round + 1) } });
        const underWay = await spree.begin(parley.url, round, { inFlight: IN_FLIGHT, until });
        await parley.kill();
        await Promise.all(underWay);
      }
      parley = await ParleyProcess.start({ dataDir, port });
      url = parley.url;
      registry = await Client.as(url, 'us-registry');
    });
    afterAll(async () => {
      await parley?.stop();
      removeFolder(dataDir);
    });

    it('keeps each acknowledged filing under its receipt', async () => {
      expect(acknowledged().length).toBeGreaterThan(IN_FLIGHT);
      const kept = await inTurns(
        acknowledged(),
        async (filing) => (await registry.read<FiledCase>(`/v1/cases/${filing.acknowledged.id}`)).receipt,
      );
      expect(kept).toEqual(acknowledged().map((filing) => filing.acknowledged.receipt));
    });

    it(
      'takes everything again under the same keys: what was acknowledged is answered alike, and ' +
        'nothing is there twice',
      async () => {
        const before = (await everyItem<FiledCase>(registry, '/v1/cases')).map(({ id }) => id);
        expect(before.length).toBeLessThanOrEqual(spree.sent.length);
        again = await spree.sendAgain(url);
        const ids = again.map(({ id }) => id);
        expect(new Set(ids).size).toBe(spree.sent.length);
        expect(ids).toEqual(expect.arrayContaining(before));
        expect(again.filter((_, index) => spree.sent[index]?.acknowledged)).toEqual(
          acknowledged().map((filing) => filing.acknowledged),
        );
      },
    );

    it('numbers the registered cases of each side, and the entries of the public log, without a gap', async () => {
      const log = await publicLog(Client.public(url), completed().length);
      expect(log.map(({ serial }) => serial)).toEqual(log.map((_, index) => index + 1));
      const cases = await everyItem<FiledCase>(registry, '/v1/cases');
      expect(cases).toHaveLength(spree.sent.length);
      const numbers = cases.flatMap(({ docketNumber }) => docketNumber ?? []).sort();
      expect(numbers).toHaveLength(completed().length);
      const year = new Date().getFullYear();
      const expected = (party: string) =>
        numbers
          .filter((number) => number.startsWith(party))
          .map((_, index) => `${party}-${String(year)}-${String(index + 1).padStart(4, '0')}`);
      expect(numbers).toEqual([...expected('CN'), ...expected('US')]);
      expect(
        log
          .filter(({ kind }) => kind === 'case-registered')
          .map(({ docketNumber }) => docketNumber)
          .sort(),
      ).toEqual(numbers);
    });

    it('lets each of the others see each case once, and parks nothing', async () => {
      const registered = again.filter((_, index) => spree.sent[index]?.completenessSent);
      expect(registered.length).toBeGreaterThan(IN_FLIGHT / 2);
      expect(
        await unequalEffects(
          url,
          registered.map(({ id }) => id),
        ),
      ).toEqual([]);
      const { parked, overdue } = await (
        await Client.as(url, 'operator')
      ).read<{ parked: readonly unknown[]; overdue: readonly unknown[] }>('/v1/operations');
      expect({ parked, overdue }).toEqual({ parked: [], overdue: [] });
    });

    it('lists the same when every read model is built anew', async () => {
      const listed = await whatIsListed(url);
      expect(listed['docket']).toHaveLength(completed().length);
      expect(await rebuildReadModels(url)).toEqual(
        expect.arrayContaining(['audit docket', 'evidence bytes-in-use', 'intake case-list', 'panelreview panel-list']),
      );
      expect(await whatIsListed(url)).toEqual(listed);
    });
  },
);

interface Entry {
  readonly serial: number;
  readonly kind: string;
  readonly docketNumber: string;
}

/** The whole public log, once it has so many registrations. */
async function publicLog(anybody: Client, registrations: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  while (entries.filter(({ kind }) => kind === 'case-registered').length < registrations) {
    const { items } = await anybody.read<{ items: readonly Entry[] }>(
      `/v1/docket/log?limit=200&cursor=${String(entries.at(-1)?.serial ?? 0)}`,
    );
    if (items.length === 0) await delay(200);
    entries.push(...items);
  }
  return entries;
}
