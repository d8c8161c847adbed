import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  context,
  trace,
  type Attributes,
  type Link,
  type Span,
} from '@opentelemetry/api';
import { RPCType, getRPCMetadata } from '@opentelemetry/core';

export interface SpanOptions {
  /**
   * W3C `traceparent`s of the causes of this work. With any, or as a consumer, the span begins a trace of its own that
   * links to theirs.
   */
  readonly links?: readonly (string | undefined)[];
  readonly attributes?: Attributes;
  readonly kind?: 'internal' | 'producer' | 'consumer';
}

const KINDS = { internal: SpanKind.INTERNAL, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER } as const;

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

const tracer = trace.getTracer('parley');

/**
 * Runs `work` inside a span that ends with it. A failure marks the span with the error's name and goes on to the
 * caller. The error's text may quote a filing, so the span does not get it.
 */
export function withSpan<T>(
  name: string,
  { links = [], attributes = {}, kind = 'internal' }: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const linked = links.flatMap(linkTo);
  const options = { attributes, kind: KINDS[kind], links: linked };
  const run = async (span: Span): Promise<T> => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  };
  return linked.length > 0 || kind === 'consumer'
    ? tracer.startActiveSpan(name, options, ROOT_CONTEXT, run)
    : tracer.startActiveSpan(name, options, run);
}

function linkTo(traceparent: string | undefined): readonly Link[] {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return [];
  return [
    { context: { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true } },
  ];
}

/** Tells the HTTP span the route's pattern, so that traces are grouped by it and no id stands in a span's name. */
export function nameRoute(pattern: string | undefined): void {
  const metadata = getRPCMetadata(context.active());
  if (metadata?.type === RPCType.HTTP && pattern !== undefined) metadata.route = pattern;
}
