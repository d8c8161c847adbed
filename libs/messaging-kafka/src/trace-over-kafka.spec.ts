import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OtlpCollector, type ExportedSpan } from '@parley/testing';
import { describeWithKafka } from '@parley/testing/kafka';
import { testSettings } from './testing/test-settings';
import { topicOf } from './topics';

const WORKSPACE = join(__dirname, '../../..');

describeWithKafka('the trace of an act over Kafka', () => {
  const collector = new OtlpCollector();
  let spans: readonly ExportedSpan[];
  let topic: string;
  const named = (name: string) => spans.filter((span) => span.name === name);
  const span = (name: string): ExportedSpan => named(name)[0]!;
  /** Expects that a span begins a trace of its own, and links to the cause alone. */
  const startsAfter = ({ traceId, parentSpanId, links = [] }: ExportedSpan, cause: ExportedSpan) => {
    expect(traceId).not.toBe(cause.traceId);
    expect(parentSpanId ?? '').toBe('');
    expect(links).toEqual([expect.objectContaining({ traceId: cause.traceId, spanId: cause.spanId })]);
  };

  beforeAll(async () => {
    spawnSync(process.execPath, [join(WORKSPACE, '.workspace/build.cjs'), '--all'], { stdio: 'inherit' });
    const settings = await testSettings();
    topic = topicOf(settings.namespace, 'intake');
    const program = join(WORKSPACE, 'libs/messaging-kafka/dist/testing/traced-services.js');
    const env = {
      ...process.env,
      OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen(),
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    };
    const args = [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=TimeoutNegativeWarning',
      program,
      JSON.stringify(settings),
    ];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
    expect(stderr).toBe('');
    expect(stdout).toBe('[{"stream":"audit.case-c1"}]');
    spans = collector.spans();
  }, 180_000);
  afterAll(() => collector.close());

  it('holds the append under the request', () => {
    expect(span('append intake.case')).toMatchObject({
      traceId: span('POST').traceId,
      parentSpanId: span('POST').spanId,
    });
  });

  it('goes on in the relay, which sends below what it links to the append', () => {
    startsAfter(span('relay intake'), span('append intake.case'));
    expect(span(`send ${topic}`)).toMatchObject({
      traceId: span('relay intake').traceId,
      parentSpanId: span('relay intake').spanId,
    });
  });

  it('comes out of the broker linked to its sending', () => {
    expect(span(`process ${topic}`).traceId).not.toBe(span(`send ${topic}`).traceId);
    expect(span(`process ${topic}`).links).toEqual([expect.objectContaining({ spanId: span(`send ${topic}`).spanId })]);
  });

  it('goes on in the service that hears, and in its read model', () => {
    startsAfter(span('handle parley.intake.v1.Told'), span('append intake.case'));
    expect(span('append audit.case').parentSpanId).toBe(span('handle parley.intake.v1.Told').spanId);
    startsAfter(span('project letters'), span('append audit.case'));
  });

  it('is not buried under polls and marks of progress', () => {
    expect(
      [named(`send ${topic}`), named(`process ${topic}`), named(`poll ${topic}`)].map(({ length }) => length),
    ).toEqual([1, 1, 0]);
  });
});
