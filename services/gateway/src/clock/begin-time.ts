import { openStore } from '@parley/hosting/installation';
import type { Clock } from '@parley/kernel';
import { systemClock } from '@parley/http';
import { DemonstrationClock, DemonstrationTime, RequestGate } from '@parley/processes';
import { backoffMillis, pause } from '@parley/projections';
import { workOfServices } from '../behind/work-of-services';
import { ServiceInstances } from '../proxy/service-instances';
import { type Services, CONTEXTS } from '../routes/routes-of-services';
import type { GatewaySettings } from '../settings';
import { demonstrationControl, PATIENCE_MS } from './demonstration-control';
import { servicesInTime, timersOf } from './services-in-time';

/** The clock that the gateway goes by. In a demonstration, also what moves it. */
export interface OpenTime {
  readonly clock: Clock;
  readonly demonstration?: { readonly time: DemonstrationTime; readonly gate: RequestGate };
  close(): Promise<void>;
}

/**
 * Real time, or demonstration time. This process begins demonstration time on record and moves it for all services.
 * @param say gets a sentence on what the gateway waits for: the record may come later than the gateway
 */
export async function beginTime(
  { demonstration }: Pick<GatewaySettings, 'demonstration'>,
  services: Services,
  say: (sentence: string) => void,
): Promise<OpenTime> {
  if (!demonstration) return { clock: systemClock, close: () => Promise.resolve() };
  const clock = new DemonstrationClock();
  const store = await openStore(demonstration.eventStore, 'platform', clock, () => undefined);
  await untilItIsDone(() => clock.begin(store, demonstration.startAt), say);
  const gate = new RequestGate();
  const time = new DemonstrationTime({ store, clock, gate });
  const urls = CONTEXTS.flatMap((context) => services[context].urls);
  const work = workOfServices(
    urls.map((url) => new ServiceInstances([url])),
    PATIENCE_MS,
    'marked',
  );
  time.waitFor(servicesInTime(urls.map(demonstrationControl), work, clock));
  time.step(
    ...CONTEXTS.flatMap((context) =>
      services[context].urls.slice(0, 1).map((url) => timersOf(demonstrationControl(url), clock)),
    ),
  );
  return { clock, demonstration: { time, gate }, close: () => store.close() };
}

async function untilItIsDone(act: () => Promise<void>, say: (sentence: string) => void): Promise<void> {
  const { signal } = new AbortController();
  let said: string | undefined;
  for (let tries = 1; ; tries++) {
    try {
      await act();
      return;
    } catch (error) {
      const sentence = `waits for the record: ${error instanceof Error ? error.message : String(error)}.`;
      if (sentence !== said) say(sentence);
      said = sentence;
      await pause(backoffMillis(tries), signal);
    }
  }
}
