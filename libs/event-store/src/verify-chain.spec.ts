import { sampleEvents, someCommand, someStream } from './contract/sample-events';
import type { Position, RecordedEvent } from './envelope';
import { linkEvents } from './link-events';
import { verifyChain } from './verify-chain';
import type { Instant } from '@parley/kernel';

const stream = someStream();
const history = linkEvents(stream, null, sampleEvents(someCommand(), 5), '2025-02-05T08:00:00.000Z' as Instant).map(
  ({ event }, index): RecordedEvent => ({ ...event, position: String(index + 1) as Position }),
);
const withEvent = (revision: number, change: Partial<RecordedEvent>): readonly RecordedEvent[] =>
  history.map((event) => (event.revision === revision ? { ...event, ...change } : event));

describe('a chain of commitments', () => {
  it('is intact as it was written', () => {
    expect(verifyChain(stream, history)).toEqual({ kind: 'intact', events: 5, head: history[4]?.commitment });
    expect(verifyChain(stream, [])).toEqual({ kind: 'intact', events: 0, head: null });
  });

  it.each<[string, Partial<RecordedEvent>]>([
    ['payload', { payload: Uint8Array.of(1) }],
    ['rule', { rule: 'S6' }],
    ['actor', { actor: { kind: 'system', process: 'somebody' } }],
    ['instant in law', { occurredAt: '2024-01-01T00:00:00.000Z' as Instant }],
    ['tier', { tier: 'PUBLIC' }],
  ])('shows an altered %s', (_field, change) => {
    expect(verifyChain(stream, withEvent(2, change))).toEqual({ kind: 'broken', revision: 2, why: 'altered' });
  });

  it('shows an event that was replaced together with its commitment', () => {
    const [forged] = linkEvents(history[2]!.stream, history[1]!, sampleEvents(someCommand()), history[2]!.recordedAt);
    expect(verifyChain(stream, withEvent(2, forged!.event))).toEqual({ kind: 'broken', revision: 3, why: 'unlinked' });
  });

  it('shows an event that was taken out', () => {
    expect(
      verifyChain(
        stream,
        history.filter((event) => event.revision !== 1),
      ),
    ).toEqual({
      kind: 'broken',
      revision: 1,
      why: 'gap',
    });
  });

  it('shows the chain of one stream under the name of another', () => {
    expect(verifyChain(someStream(), history)).toEqual({ kind: 'broken', revision: 0, why: 'misnamed' });
  });
});
