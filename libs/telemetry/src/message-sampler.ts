import { SpanKind, TraceFlags, type Link } from '@opentelemetry/api';
import {
  AlwaysOnSampler,
  ParentBasedSampler,
  SamplingDecision,
  type Sampler,
  type SamplingResult,
} from '@opentelemetry/sdk-trace';

const OPERATION = 'messaging.operation.name';
const KEY = 'messaging.kafka.message.key';

/**
 * Follows what was decided at the beginning of a trace. Of the broker's client it samples only what concerns an event:
 * its polls, and the marks that go through every partition all day long (they have no key), would bury the rest. A
 * received message is sampled as its sender was.
 */
export function messageSampler(): Sampler {
  const others = new ParentBasedSampler({ root: new AlwaysOnSampler() });
  return {
    shouldSample(context, traceId, name, kind, attributes, links) {
      const operation = attributes[OPERATION];
      if (operation === 'poll') return DROPPED;
      if (operation !== 'send' && operation !== 'process')
        return others.shouldSample(context, traceId, name, kind, attributes, links);
      if (attributes[KEY] === undefined) return DROPPED;
      if (kind === SpanKind.CONSUMER) return links.some(isSampled) ? RECORDED : DROPPED;
      return others.shouldSample(context, traceId, name, kind, attributes, links);
    },
    toString: () => 'MessageSampler',
  };
}

const DROPPED: SamplingResult = { decision: SamplingDecision.NOT_RECORD };
const RECORDED: SamplingResult = { decision: SamplingDecision.RECORD_AND_SAMPLED };

const isSampled = ({ context }: Link): boolean => (context.traceFlags & TraceFlags.SAMPLED) !== 0;
