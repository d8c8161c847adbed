import { startMetrics } from '@parley/telemetry';
import { freePort } from '@parley/testing';
import { Proxied } from '../proxy/proxied.fixture';
import { lookAt } from './watch-services';

describe('the metrics of the gateway', () => {
  let proxied: Proxied;
  let metrics: Awaited<ReturnType<typeof startMetrics>>;
  let shown: () => Promise<readonly string[]>;

  beforeAll(async () => {
    const port = await freePort();
    metrics = await startMetrics({ port });
    shown = async () =>
      (await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text())
        .split('\n')
        .filter((line) => line.startsWith('parley_gateway_'));
    proxied = await Proxied.start();
  });
  afterAll(async () => {
    await proxied.stop();
    await metrics.stop();
  });

  it('count what was answered, for whom and how, and how long a service took to begin', async () => {
    proxied.answering = ({ url }, response) => void response.writeHead(url === '/v1/cases' ? 200 : 404).end();
    for (const path of ['/v1/cases', '/v1/cases', '/docket/XX-2025-0001', '/healthz', '/v1/guessed/0001', '/v1/keys'])
      await fetch(`${proxied.url}${path}`);
    const lines = await shown();
    expect(lines).toEqual(
      expect.arrayContaining([
        'parley_gateway_requests_total{service="intake",status="200"} 2',
        'parley_gateway_requests_total{service="audit",status="404"} 1',
        'parley_gateway_requests_total{service="gateway",status="200"} 1',
        'parley_gateway_requests_total{service="gateway",status="404"} 1',
        'parley_gateway_answer_seconds_count{service="intake"} 3',
        'parley_gateway_answer_seconds_count{service="audit"} 1',
      ]),
    );
    expect(lines.join()).not.toMatch(/guessed|XX-2025/);
  });

  it('show which services are of no use, whether they are away or say that they take no work', async () => {
    proxied.answering = (_request, response) =>
      void response.end(JSON.stringify({ status: 'ready', reasons: [], degraded: [] }));
    await lookAt(proxied.services);
    expect(await shown()).toContain('parley_gateway_instances_away{service="referral"} 0');
    proxied.answering = (_request, response) =>
      void response.end(JSON.stringify({ status: 'not-ready', reasons: [], degraded: [] }));
    await lookAt(proxied.services);
    expect(await shown()).toContain('parley_gateway_instances_away{service="referral"} 1');
    await proxied.endServers();
    await lookAt(proxied.services);
    expect(await shown()).toContain('parley_gateway_instances_away{service="audit"} 1');
    const answer = await fetch(`${proxied.url}/v1/uploads`, { method: 'POST' });
    expect([answer.status, await shown()]).toEqual([
      503,
      expect.arrayContaining(['parley_gateway_requests_total{service="evidence",status="503"} 1']),
    ]);
  });
});
