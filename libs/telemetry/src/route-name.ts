import { context } from '@opentelemetry/api';
import { getRPCMetadata, RPCType } from '@opentelemetry/core';

/** Tells the HTTP span the route's pattern, so that traces are grouped by it and no id stands in a span's name. */
export function nameRoute(pattern: string | undefined): void {
  const metadata = getRPCMetadata(context.active());
  if (metadata?.type === RPCType.HTTP && pattern !== undefined) metadata.route = pattern;
}
