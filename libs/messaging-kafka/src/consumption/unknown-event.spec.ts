import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { hearingService } from '../testing/hearing-service';
import { openKafkaHarness } from '../testing/kafka-harness';

describeWithKafka('an event of a type that this version does not know', () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 });
  beforeAll(() => openTestKafka(), 120_000);
  beforeAll(() => void metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] })));
  afterAll(async () => {
    await reader.shutdown();
    metrics.disable();
  });

  it('is handed on, holds nobody back, and is counted', async () => {
    const harness = await openKafkaHarness();
    const { hearing, heard, stop } = hearingService(
      harness,
      harness.openFeed({ isKnown: (type) => type !== 'parley.intake.v1.Told' }),
    );
    for (const text of ['1', '2', '3']) await harness.tell('intake', 'a', text);
    await harness.tell('evidence', 'a', 'known');
    await harness.published();
    await hearing.idle();
    expect(heard.toSorted()).toEqual(['1', '2', '3', 'known']);
    expect(await hearing.parked()).toEqual([]);
    await stop();
    await harness.close();
    await reader.forceFlush();
    const counted = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const unknown = counted.find(({ descriptor }) => descriptor.name === 'parley_unknown_events');
    expect(unknown?.dataPoints).toMatchObject([{ value: 3, attributes: { context: 'intake', what: 'type' } }]);
  });
});
