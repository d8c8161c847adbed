import type { RecordedEvent } from '@parley/event-store';
import type { Instant, Sha256 } from '@parley/kernel';
import { movesOf } from '../history/move';
import { play } from '../history/play';
import type { History } from '../history/case-history';
import { differences } from './differences';

const SEED = 11;

describe('differences between two histories', () => {
  let history: History;
  beforeAll(async () => {
    history = await play({ seed: SEED, cases: 1 }, movesOf(SEED, 60));
  });

  const withEvent = (index: number, change: (event: RecordedEvent) => RecordedEvent): History => ({
    ...history,
    log: history.log.with(index, change(history.log[index]!)),
  });

  it('are none where there are none', async () => {
    expect(history.log.length).toBeGreaterThan(20);
    expect(differences(history, await play({ seed: SEED, cases: 1 }, movesOf(SEED, 60)))).toEqual([]);
  });

  it('are told of every field of an event', () => {
    const { log } = history;
    expect(
      differences(
        history,
        withEvent(3, (event) => ({ ...event, recordedAt: '2030-01-01T00:00:00.000Z' as Instant })),
      ),
    ).toEqual([`event 4: recordedAt is '${log[3]!.recordedAt}' and '2030-01-01T00:00:00.000Z'`]);
    expect(
      differences(
        history,
        withEvent(3, (event) => ({ ...event, commitment: 'f00' as Sha256 })),
      ),
    ).toEqual([`event 4: commitment is '${log[3]!.commitment}' and 'f00'`]);
    expect(
      differences(
        history,
        withEvent(3, (event) => ({ ...event, payload: Buffer.from('{}') })),
      ),
    ).toEqual([expect.stringMatching(/^event 4: payload is '\{.+ and '\{\}'$/)]);
    expect(
      differences(
        history,
        withEvent(3, (event) => ({ ...event, actor: { kind: 'system', process: 'nobody' } })),
      ),
    ).toEqual([expect.stringMatching(/^event 4: actor is \{.+\} and \{ kind: 'system', process: 'nobody' \}$/)]);
  });

  it('are told of an event that only one has, and of two that changed places', () => {
    const { log } = history;
    expect(differences(history, { ...history, log: log.slice(0, -1) })).toEqual([
      expect.stringMatching(new RegExp(`^event ${String(log.length)}: only the first has \\{`)),
    ]);
    expect(differences(history, { ...history, log: [log[1]!, log[0]!, ...log.slice(2)] }).length).toBeGreaterThan(2);
  });

  it('are told of an answer that is another', () => {
    const { attempts } = history;
    const at = attempts.findIndex(({ answer }) => answer.kind === 'done' && answer.recorded.length > 0);
    const stale = { ...history, attempts: attempts.with(at, { ...attempts[at]!, answer: { kind: 'stale' } }) };
    expect(differences(history, stale)).toEqual([
      expect.stringMatching(
        new RegExp(`^attempt ${String(at + 1)}: answer is \\{ kind: 'done'.+ and \\{ kind: 'stale' \\}$`),
      ),
    ]);
  });
});
