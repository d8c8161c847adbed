import { showInstancesAway } from '@parley/telemetry';
import { isReady, readinessAt } from '../health/readiness-of-services';
import { type Services, CONTEXTS } from '../routes/routes-of-services';

/** Milliseconds between two looks. Prometheus looks less often. */
const LOOK_MS = 10_000;

/** Counts now and then, for the metrics, how many instances of each service take no work. @returns what ends it */
export function watchServices(services: Services): () => void {
  const look = (): void => void lookAt(services);
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}

export async function lookAt(services: Services): Promise<void> {
  await Promise.all(
    CONTEXTS.map(async (context) => {
      const instances = await Promise.all(services[context].urls.map(readinessAt));
      showInstancesAway(context, instances.filter((each) => !isReady(each)).length);
    }),
  );
}
