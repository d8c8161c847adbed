import { ROOT_CONTEXT, SpanKind, trace, TraceFlags, type Attributes } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { messageSampler } from './message-sampler';

const of = (traceFlags: TraceFlags) => ({
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  traceFlags,
  isRemote: true,
});
const begunBy = (traceFlags: TraceFlags) => trace.setSpanContext(ROOT_CONTEXT, of(traceFlags));

const takes = (kind: SpanKind, attributes: Attributes, sender?: TraceFlags, context = ROOT_CONTEXT): boolean => {
  const links = sender === undefined ? [] : [{ context: of(sender) }];
  return (
    messageSampler().shouldSample(context, of(TraceFlags.SAMPLED).traceId, 'any', kind, attributes, links).decision ===
    SamplingDecision.RECORD_AND_SAMPLED
  );
};
const operation = (name: string, key?: string): Attributes => ({
  'messaging.operation.name': name,
  ...(key === undefined ? {} : { 'messaging.kafka.message.key': key }),
});

describe('what is traced', () => {
  it('is what its trace was begun with, or begins one', () => {
    expect(takes(SpanKind.SERVER, {})).toBe(true);
    expect(takes(SpanKind.INTERNAL, {}, undefined, begunBy(TraceFlags.NONE))).toBe(false);
    expect(takes(SpanKind.PRODUCER, operation('send', 'case'), undefined, begunBy(TraceFlags.NONE))).toBe(false);
    expect(takes(SpanKind.PRODUCER, operation('send', 'case'), undefined, begunBy(TraceFlags.SAMPLED))).toBe(true);
  });

  it('is a received event if its sending was, whatever polled it', () => {
    expect(takes(SpanKind.CONSUMER, operation('process', 'case'), TraceFlags.SAMPLED, begunBy(TraceFlags.NONE))).toBe(
      true,
    );
    expect(takes(SpanKind.CONSUMER, operation('process', 'case'), TraceFlags.NONE)).toBe(false);
    expect(takes(SpanKind.CONSUMER, operation('process', 'case'))).toBe(false);
  });

  it('is no poll and no mark of progress', () => {
    expect(takes(SpanKind.CLIENT, operation('poll'))).toBe(false);
    expect(takes(SpanKind.PRODUCER, operation('send'), undefined, begunBy(TraceFlags.SAMPLED))).toBe(false);
    expect(takes(SpanKind.CONSUMER, operation('process'), TraceFlags.SAMPLED)).toBe(false);
  });
});
