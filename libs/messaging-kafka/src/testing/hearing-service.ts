import type { Feed } from '@parley/messaging';
import { Hearing, Work, type MessageReaction } from '@parley/processes';
import { ServiceFollower } from '@parley/projections';
import { tracedReaction } from '@parley/telemetry';
import { textOf } from './effects';
import type { KafkaHarness } from './kafka-harness';

/** A service of a harness that answers what it hears. */
export interface HearingService {
  readonly hearing: Hearing;
  /** Texts of what it has answered. */
  readonly heard: string[];
  stop(): Promise<void>;
}

/** Starts one, by a feed of the harness's. */
export function hearingService(
  { store, dataSource }: Pick<KafkaHarness, 'store' | 'dataSource'>,
  feed: Feed,
  answered: MessageReaction['answer'] = () => Promise.resolve(),
  contexts: readonly string[] = ['intake', 'evidence'],
): HearingService {
  const follower = new ServiceFollower({ store, dataSource });
  follower.table({ name: 'nothing', categories: ['consumer'], tables: [], apply: () => Promise.resolve() });
  const onFailure = (): void => undefined;
  const hearing = new Hearing({
    feed,
    dataSource,
    work: new Work({ dataSource, follower, retryMs: 1 }),
    contexts,
    group: 'hearing',
    onFailure,
  });
  const heard: string[] = [];
  hearing.add(
    tracedReaction('hearing', {
      name: 'hearing',
      answer: async (event, commandId) => {
        await answered(event, commandId);
        heard.push(textOf(event));
      },
    }),
  );
  hearing.start();
  follower.start();
  return {
    hearing,
    heard,
    stop: async () => {
      await follower.stop();
      await hearing.stop();
    },
  };
}
