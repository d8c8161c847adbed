/** The result of one round of a closed loop. Latencies are of single calls, in milliseconds. */
export interface Throughput {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Keeps `inFlight` calls going for so many seconds; each caller makes its next call when the last is answered. */
export async function measureThroughput(
  inFlight: number,
  seconds: number,
  call: (caller: number) => Promise<void>,
): Promise<Throughput> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endAt = startedAt + seconds * 1000;
  const loop = async (caller: number): Promise<void> => {
    while (performance.now() < endAt) {
      const calledAt = performance.now();
      await call(caller);
      latencies.push(performance.now() - calledAt);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, caller) => loop(caller)));
  const elapsed = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const percentile = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
  return { perSecond: latencies.length / elapsed, p50: percentile(0.5), p99: percentile(0.99) };
}
