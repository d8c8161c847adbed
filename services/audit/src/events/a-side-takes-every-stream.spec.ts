import type { PartyCode, PersonId } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import { OpenStreams } from './open-streams.http';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const person = (n: number, party: PartyCode | null) => ({ personId: `p-${String(n)}` as PersonId, party });

describe('a side that opens every stream that it may', () => {
  const streams = new OpenStreams();
  const leaves: (() => void)[] = [];

  it('comes to an end, however many people it sends', () => {
    const all = (): void => {
      for (let n = 0; n < 1_000; n++) leaves.push(streams.enter(person(n, US)));
    };
    expect(all).toThrow(ProblemError);
    expect(leaves.length).toBeGreaterThan(4);
    expect(leaves.length).toBeLessThan(128 / 2);
  });

  it('leaves the other side, and those of neither, as many as it has itself', () => {
    for (const party of [CN, null])
      for (let n = 0; n < leaves.length; n++) expect(() => streams.enter(person(n, party))).not.toThrow();
  });

  it('can open one again for each that ended', () => {
    leaves.pop()?.();
    expect(() => streams.enter(person(2_000, US))).not.toThrow();
    expect(() => streams.enter(person(2_001, US))).toThrow();
  });
});
