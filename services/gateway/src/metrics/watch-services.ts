import { showInstancesAway } from '@parley/telemetry';
import { isReady, readinessAt } from '../health/readiness-of-services';
import { type Services, CONTEXTS } from '../routes/routes-of-services';

/** Milliseconds between two looks. Less than Prometheus lets pass between two of its own. */
const LOOK_MS = 10_000;

/** Looks now and then how many instances of each service are of no use, for the metrics. @returns what ends it */
export function watchServices(services: Services): () => void {
  const look = (): void => void lookAt(services);
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}

/** Asks every instance once. */
export async function lookAt(services: Services): Promise<void> {
  await Promise.all(
    CONTEXTS.map(async (context) => {
      const instances = await Promise.all(services[context].urls.map(readinessAt));
      showInstancesAway(context, instances.filter((each) => !isReady(each)).length);
    }),
  );
}
