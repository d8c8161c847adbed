import type { Move } from '../history/move';
import { shrunk } from './shrink';

const moves = Array.from({ length: 64 }, (_, pick): Move => ({ wait: 0, pick }));

describe('a history that broke something', () => {
  it('is shrunk to the moves that it needs', async () => {
    const finds = async (kept: readonly Move[]) => [7, 40].every((pick) => kept.some((move) => move.pick === pick));
    expect((await shrunk(moves, finds)).map(({ pick }) => pick)).toEqual([7, 40]);
  });

  it('stays as it is when it needs all of it', async () => {
    expect(await shrunk(moves.slice(0, 4), async (kept) => kept.length === 4)).toEqual(moves.slice(0, 4));
  });
});
