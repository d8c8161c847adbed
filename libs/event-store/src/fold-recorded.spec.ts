import type { DomainEvent } from '@parley/kernel';
import type { RecordedEvent } from './envelope';
import { foldRecorded } from './fold-recorded';
import { encodePayload, JSON_CONTENT } from './json-payload';

const recorded = (revision: number): RecordedEvent =>
  ({
    revision,
    type: 'Noted',
    facts: [],
    sealing: null,
    contentType: JSON_CONTENT,
    payload: encodePayload({ revision }),
  }) as unknown as RecordedEvent;

/** Keeps what it saw, and counts how often it was asked. */
function listing() {
  const asked = { times: 0 };
  const evolve = (seen: readonly unknown[], { data }: DomainEvent): readonly unknown[] => {
    asked.times += 1;
    return [...seen, (data as { readonly revision: number }).revision];
  };
  return { asked, initial: [] as readonly unknown[], evolve };
}

const stream = [0, 1, 2, 3, 4].map(recorded);

describe('a fold of recorded events', () => {
  it('goes on from where it was when the same events are handed out again', () => {
    const decider = listing();
    expect(foldRecorded(decider, stream.slice(0, 3))).toEqual([0, 1, 2]);
    expect(foldRecorded(decider, stream)).toEqual([0, 1, 2, 3, 4]);
    expect(foldRecorded(decider, stream)).toEqual([0, 1, 2, 3, 4]);
    expect(decider.asked.times).toBe(5);
  });

  it('is by the decider that is asked, from where that begins', () => {
    const [one, other] = [listing(), listing()];
    foldRecorded(one, stream);
    expect(foldRecorded(other, stream)).toEqual([0, 1, 2, 3, 4]);
    expect(foldRecorded({ ...one, initial: ['before'] }, stream)).toEqual(['before', 0, 1, 2, 3, 4]);
  });

  it('is of what is given alone: what came before it, or was left out, is not in it', () => {
    const decider = listing();
    foldRecorded(decider, stream);
    expect(foldRecorded(decider, stream.slice(2))).toEqual([2, 3, 4]);
    expect(
      foldRecorded(
        decider,
        stream.filter(({ revision }) => revision !== 1),
      ),
    ).toEqual([0, 2, 3, 4]);
    expect(foldRecorded(decider, stream.slice(0, 2))).toEqual([0, 1]);
    expect(foldRecorded(decider, [])).toEqual([]);
  });
});
