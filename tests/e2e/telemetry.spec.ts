import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

/** An OTLP collector of the test's own, which keeps the bytes that it is sent. */
class Collector {
  readonly received: Buffer[] = [];
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      this.received.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    return `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  }

  /** In protobuf bytes, names and attributes stand as plain text. */
  get text(): string {
    return Buffer.concat(this.received).toString('latin1');
  }

  close(): void {
    this.server.close();
  }
}

describe('traces of a filing', () => {
  const collector = new Collector();
  let lines = '';
  let caseId: string;

  beforeAll(async () => {
    const endpoint = await collector.listen();
    const parley = await ParleyProcess.start({
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_BSP_SCHEDULE_DELAY: '100', PARLEY_LOG_LEVEL: 'info' },
      log: (line) => (lines += `${line}\n`),
    });
    caseId = (
      (await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)))).body as {
        id: string;
      }
    ).id;
    await (await Client.as(parley.url, 'us-registry')).act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
    while ((await Client.public(parley.url).read<{ items: readonly unknown[] }>('/v1/docket')).items.length === 0)
      await delay(50);
    await parley.stop();
  });
  afterAll(() => {
    collector.close();
  });

  it.each([
    'POST /v1/cases',
    'append intake.case',
    'handle parley.intake.v1.CaseRegistered',
    'project case-list',
    'project docket',
  ])('hold a span %s', (name) => {
    expect(collector.text).toContain(name);
  });

  it('hold nothing of what was filed, nor do the logs', () => {
    for (const secret of ['[constructed]', 'WT/DS633/1', 'Constructed Person', '+41 00 000 00 00']) {
      expect(collector.text).not.toContain(secret);
      expect(lines).not.toContain(secret);
    }
  });

  it('can be found from a line of the log', () => {
    const logged = lines
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { route?: string; traceId?: string }] : []));
    const filing = logged.find(({ route }) => route === '/v1/cases');
    const traceId = Buffer.from(filing?.traceId ?? '', 'hex').toString('latin1');
    expect(traceId).toHaveLength(16);
    expect(collector.text).toContain(traceId);
  });
});
