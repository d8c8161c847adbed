import type { EventStoreClient, StoredEvent } from '../client/all-subscription';
import { NewestPosition } from './position';

const eventAt = (position: number, stream: string): StoredEvent => ({
  stream,
  revision: 0,
  eventId: '',
  type: '',
  payload: new Uint8Array(),
  metadata: undefined,
  position: { commit: BigInt(position), prepare: BigInt(position) },
  createdMs: 0,
});

function lookingAt(log: StoredEvent[]) {
  let looks = 0;
  const newest: EventStoreClient['newest'] = async (isWanted) =>
    log.toReversed().find((event) => {
      looks += 1;
      return isWanted(event);
    }) ?? null;
  return { positions: new NewestPosition({ newest } as EventStoreClient), looks: () => looks };
}

describe('the newest position', () => {
  it('of the record is that of its newest event, behind whatever the system wrote', async () => {
    const { positions } = lookingAt([eventAt(10, '$users'), eventAt(20, 'intake.case-1'), eventAt(30, '$stats-h')]);
    expect(await positions.ofRecord()).toBe('20');
    expect(await positions.ofLog()).toBe('30');
  });

  it('of an empty record is its start, and no look is wasted on what was looked at', async () => {
    const log = Array.from({ length: 1_000 }, (_, n) => eventAt(n + 1, '$stats-h'));
    const { positions, looks } = lookingAt(log);
    expect(await positions.ofRecord()).toBe('0');
    log.push(eventAt(2_000, '$stats-h'));
    expect(await positions.ofRecord()).toBe('0');
    expect(looks()).toBe(1_002);
    log.push(eventAt(3_000, 'intake.case-1'));
    expect(await positions.ofRecord()).toBe('3000');
  });
});
