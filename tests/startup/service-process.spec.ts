import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { readinessOf, untilReady } from '../support/ready';
import { SeparateServices } from '../support/separate-services';
import type { Claims } from '../support/stub-issuers';
import { wtoCase } from '../support/wto-case';

/** Whole processes and a broker start here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(180_000);

/** Nobody listens there. */
const NO_BROKER = { PARLEY_KAFKA_BROKERS: '127.0.0.1:9' };
const DESK = { sub: 'officer-7', party: 'CN', roles: ['desk'] };
const REGISTRY = { sub: 'registrar-1', party: 'CN', roles: ['registry'] };

describeWithKafka('each service as a process', () => {
  let services: SeparateServices;
  let brokers: readonly string[];
  const as = (url: string, claims: Claims): Client => Client.withToken(url, services.issuers.token(claims));
  const file = async (url: string): Promise<string> =>
    ((await fileGrievance(as(url, DESK), constructedGrievance(wtoCase(633)))).body as { id: string }).id;

  /** Waits for a case to be in the public docket that audit keeps. */
  async function onDocket(url: string, caseId: string): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      await sleep(100);
      const { items } = await Client.public(url).read<{ items: { caseId: string }[] }>('/v1/docket?limit=200');
      if (items.some((item) => item.caseId === caseId)) return;
    }
    throw new Error(`${caseId} did not come on the docket`);
  }

  beforeAll(async () => {
    ({ brokers } = await openTestKafka());
    services = await SeparateServices.open(brokers);
  });
  afterAll(() => services.close());

  it(
    'waits for tables that are not prepared, says so, and begins once the job has made them, ' +
      'which two may do at once',
    async () => {
      const audit = services.start('audit');
      const url = await untilReady(audit, ({ reasons }) =>
        reasons.some(({ reason }) => reason.includes('cannot be used')),
      );
      expect(await readinessOf(url)).toMatchObject({
        code: 503,
        reasons: [{ check: 'audit', reason: 'database: the database cannot be used' }],
      });
      expect(await Client.public(url).get('/healthz')).toMatchObject({ status: 200 });
      const refused = await Client.public(url).get('/v1/docket');
      expect([refused.status, refused.headers.get('retry-after'), refused.body]).toEqual([
        503,
        '1',
        expect.objectContaining({ code: 'unavailable' }),
      ]);
      const jobs = await Promise.all([services.migrate(), services.migrate()]);
      expect(jobs).toEqual([
        { code: 0, said: expect.arrayContaining(['all is prepared']) },
        { code: 0, said: expect.arrayContaining(['all is prepared']) },
      ]);
      await untilReady(audit);
      audit.send('SIGTERM');
      expect(await audit.ended()).toBe(0);
    },
  );

  describe('once all is prepared', () => {
    beforeAll(async () => {
      expect(await services.migrate()).toMatchObject({ code: 0 });
    });

    it('runs without a broker, says so, and what it recorded meanwhile is told once there is one', async () => {
      const alone = services.start('intake', NO_BROKER);
      const url = await untilReady(
        alone,
        ({ code, degraded }) => code === 200 && degraded.some(({ reason }) => reason.includes('does not answer')),
      );
      const caseId = await file(url);
      await as(url, REGISTRY).act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
      alone.send('SIGTERM');
      expect(await alone.ended()).toBe(0);
      const [intake, audit] = [services.start('intake'), services.start('audit')];
      await onDocket(await untilReady(audit), caseId);
      for (const service of [intake, audit]) service.send('SIGTERM');
      expect([await intake.ended(), await audit.ended()]).toEqual([0, 0]);
    });

    it('works in two instances of each service: what one is told the other shows', async () => {
      const instances = (['intake', 'intake', 'audit', 'audit'] as const).map((name) => services.start(name));
      const [first, second, third, fourth] = (await Promise.all(instances.map((instance) => untilReady(instance)))) as [
        string,
        string,
        string,
        string,
      ];
      const caseId = await file(first);
      await as(second, REGISTRY).act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
      await Promise.all([onDocket(third, caseId), onDocket(fourth, caseId)]);
      const { projections } = await as(fourth, { sub: 'o', roles: ['operator'] }).read<{
        projections: { state: string }[];
      }>('/v1/operations');
      expect(projections.map(({ state }) => state)).toEqual([expect.stringMatching(/^(following|standing-by)$/)]);
      for (const instance of instances) instance.send('SIGTERM');
      expect(await Promise.all(instances.map((instance) => instance.ended()))).toEqual([0, 0, 0, 0]);
    });

    it('loses nothing that it acknowledged when it is stopped under load', async () => {
      const [stopped, stays] = [services.start('intake'), services.start('intake')];
      const [url, other] = await Promise.all([untilReady(stopped), untilReady(stays)]);
      const load = new Load(as(url, DESK));
      const lanes = Array.from({ length: 8 }, () => load.run());
      await load.acknowledges(20);
      stopped.send('SIGTERM');
      expect(await stopped.ended()).toBe(0);
      await Promise.all(lanes);
      expect(load.strange).toEqual([]);
      const reader = as(other, DESK);
      for (const caseId of load.acknowledged) expect((await reader.get(`/v1/cases/${caseId}`)).status).toBe(200);
      stays.send('SIGTERM');
      await stays.ended();
    });

    it('says every setting that is missing at once, and what each is for when it is asked', async () => {
      const service = services.start('referral', {
        PARLEY_DATABASE_URL: '',
        PARLEY_KEYS_DIR: '',
        PARLEY_OIDC_CN_ISSUER: 'no address',
        PARLEY_KAFKA_TLS: 'perhaps',
      });
      expect(await service.ended()).toBe(78);
      expect(service.said).toEqual([
        'parley referral: Wrong settings: PARLEY_DATABASE_URL must be set; PARLEY_KEYS_DIR must be set; ' +
          'PARLEY_KAFKA_TLS must be one of off, on, and is "perhaps"; ' +
          'PARLEY_OIDC_CN_ISSUER must be an address that starts with http:// or https://, without query.',
      ]);
    });

    it('outlives its database: not ready in a sentence while it is away, and ready again after it', async () => {
      const service = services.start('evidence');
      const url = await untilReady(service);
      await services.run(
        'ALTER ROLE parley_evidence NOLOGIN; SELECT pg_terminate_backend(pid) FROM pg_stat_activity ' +
          `WHERE usename = 'parley_evidence'`,
      );
      await untilReady(
        service,
        ({ code, reasons }) =>
          code === 503 && ['database', 'event-store'].every((check) => reasons.some((each) => each.check === check)),
      );
      expect(await Client.public(url).get('/healthz')).toMatchObject({ status: 200 });
      await services.run('ALTER ROLE parley_evidence LOGIN');
      await untilReady(service);
      service.send('SIGTERM');
      expect(await service.ended()).toBe(0);
    });
  });
});

/** Sends filings one after the other in each lane, until the service is gone. */
class Load {
  readonly acknowledged: string[] = [];
  readonly strange: unknown[] = [];
  #enough: () => void = () => undefined;
  #wanted = Infinity;

  constructor(private readonly desk: Client) {}

  /** Resolves when so many are acknowledged. */
  acknowledges(count: number): Promise<void> {
    this.#wanted = count;
    return new Promise((resolve) => (this.#enough = resolve));
  }

  async run(): Promise<void> {
    const grievance = constructedGrievance(wtoCase(633));
    for (;;) {
      try {
        const filed = await fileGrievance(this.desk, grievance, randomUUID());
        this.acknowledged.push((filed.body as { id: string }).id);
        if (this.acknowledged.length >= this.#wanted) this.#enough();
      } catch (error) {
        // Nobody listens any more, or the stopping service refuses the filing.
        if (String(error).startsWith('TypeError: fetch failed')) return;
        if (!/: 503 .*"code":"unavailable"/.test(String(error))) {
          this.strange.push(String(error));
          return;
        }
      }
    }
  }
}
