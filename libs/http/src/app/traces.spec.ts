import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { OtlpCollector, type ExportedSpan } from '@parley/testing';

const WORKSPACE = join(__dirname, '../../../..');

/**
 * Runs the traced application from its build, because Jest's own module registry goes around the instrumentation's
 * hooks.
 */
const runTraced = (env: Readonly<Record<string, string>>) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(WORKSPACE, 'libs/http/dist/testing/traced-app.js')],
      {
        env: { PATH: process.env['PATH'], ...env },
      },
    );
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('exit', (code) =>
      code === 0 && errors === '' ? resolve(output) : reject(new Error(`code ${code}: ${errors}`)),
    );
  });

describe('telemetry', () => {
  const collector = new OtlpCollector();
  let spans: readonly ExportedSpan[];
  let output: string;
  const span = (name: string) => spans.find((candidate) => candidate.name === name)!;

  beforeAll(async () => {
    spawnSync(process.execPath, [join(WORKSPACE, '.workspace/build.cjs'), '--all'], { stdio: 'inherit' });
    const endpoint = await collector.listen();
    output = await runTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    spans = collector.spans();
  }, 60_000);
  afterAll(() => collector.close());

  it('names a request by its route, not by its path', () => {
    expect(span('GET /v1/things/:id')).toMatchObject({ kind: 2 });
  });

  it('puts what a request does under it', () => {
    expect(span('decide').parentSpanId).toBe(span('GET /v1/things/:id').spanId);
    expect(span('pg.connect').parentSpanId).toBe(span('decide').spanId);
  });

  it('begins a trace of its own, with a link, where something answers to an event', () => {
    expect(span('answer').traceId).not.toBe(span('decide').traceId);
    expect(span('answer').links).toEqual([expect.objectContaining({ traceId: span('decide').traceId })]);
  });

  it('follows an event from its append to who projects it and who hears of it', () => {
    const append = span('append intake.case');
    expect(append.traceId).toBe(span('GET /v1/things/:id').traceId);
    for (const name of ['project docket', 'handle parley.intake.v1.Filed']) {
      expect(span(name).traceId).not.toBe(append.traceId);
      expect(span(name).links).toEqual([expect.objectContaining({ traceId: append.traceId })]);
    }
  });

  it('tells of a failure by its name alone', () => {
    expect(span('fail').status.message).toBe('RangeError');
    expect(collector.bodies.join()).not.toContain('words of a filing');
  });

  it('records that a request had a query, and nothing of what stands in it', () => {
    expect(JSON.stringify(span('GET /v1/things/:id'))).toContain('LEFT-OUT');
    expect(collector.bodies.join()).not.toContain('a-token-in-an-address');
  });

  it('records that a code was asked about, and not the code, in traces and in the log', () => {
    expect(collector.bodies.join()).toContain('/v1/verify/LEFT-OUT');
    expect(`${collector.bodies.join()}${output}`).not.toContain('a-code-on-a-sheet');
  });

  it('leaves health checks out', () => {
    expect(spans.map(({ name }) => name).filter((name) => name.includes('healthz'))).toEqual([]);
  });

  it('gives the trace id to the log and to a problem', () => {
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg?: string; traceId?: string; route?: string; code?: string });
    expect(lines.find(({ msg, route }) => msg === 'request' && route === '/v1/things/:id')!.traceId).toBe(
      span('GET /v1/things/:id').traceId,
    );
    expect(lines.find(({ code }) => code === 'not-found')!.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is off unless an endpoint is set', async () => {
    const before = collector.bodies.length;
    expect(await runTraced({})).not.toContain('traceId');
    expect(collector.bodies).toHaveLength(before);
  });
});
