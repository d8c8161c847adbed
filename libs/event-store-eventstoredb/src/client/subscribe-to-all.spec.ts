import { PassThrough } from 'node:stream';
import { AllSubscription, subscribeToAll, type StoredEvent } from './all-subscription';

type Checkpoint = Parameters<Parameters<typeof subscribeToAll>[1]['open']>[0];

/** A stream as the client's, whose marks are told at once while its events may wait in its buffer. */
function opened() {
  const source = Object.assign(new PassThrough({ objectMode: true }), {
    unsubscribe: jest.fn(() => Promise.resolve()),
  });
  const subscription = new AllSubscription();
  let checkpointReached: Checkpoint = () => undefined;
  subscribeToAll(subscription, {
    open: (reached) => {
      checkpointReached = reached;
      return source;
    },
    asStored: (event) => ({ revision: Number(event.revision) }) as StoredEvent,
    asAway: (error) => error,
  });
  const event = (n: number): void => void source.write({ event: { revision: BigInt(n) } });
  return {
    source,
    subscription,
    event,
    checkpoint: (n: bigint) => checkpointReached(source, { commit: n, prepare: n }),
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function takenFrom(subscription: AllSubscription): readonly string[] {
  const taken: string[] = [];
  for (let message = subscription.take(); message; message = subscription.take()) {
    taken.push(message.kind === 'event' ? `event ${message.event.revision}` : message.kind);
  }
  return taken;
}

describe('messages of a subscription', () => {
  it('keep their order, though marks are told while events still lie in the buffer', async () => {
    const { source, subscription, event, checkpoint } = opened();
    source.pause();
    event(1);
    event(2);
    checkpoint(7n);
    event(3);
    source.emit('caughtUp');
    source.resume();
    await turn();
    expect(takenFrom(subscription)).toEqual(['event 1', 'event 2', 'checkpoint', 'event 3', 'caught-up']);
  });

  it('are not asked for while too many wait, and all come in the end', async () => {
    const { source, subscription, event } = opened();
    for (let n = 0; n < 2_000; n++) event(n);
    await turn();
    expect(source.isPaused()).toBe(true);
    const taken: string[] = [];
    while (taken.length < 2_000) {
      taken.push(...takenFrom(subscription));
      await turn();
    }
    expect(taken).toEqual(Array.from({ length: 2_000 }, (_, n) => `event ${n}`));
  });

  it('end with the error of the call, behind what came before', async () => {
    const { source, subscription, event } = opened();
    event(1);
    await turn();
    source.emit('error', new Error('cut'));
    expect(takenFrom(subscription)).toEqual(['event 1']);
    expect(subscription.end).toEqual({ error: new Error('cut') });
  });

  it('are cancelled at the server when nobody wants them any more', () => {
    const { source, subscription } = opened();
    subscription.close();
    expect(source.unsubscribe).toHaveBeenCalledTimes(1);
  });
});
