import { boundedMemo } from './bounded-memo';

describe('a bounded memo', () => {
  it('asks once for what it remembers, false answers too', () => {
    const asked: string[] = [];
    const memo = boundedMemo(10, (key: string) => {
      asked.push(key);
      return false;
    });
    expect([memo('a'), memo('a'), memo('b')]).toEqual([false, false, false]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('forgets what it holds when it is full, and answers the same', () => {
    let calls = 0;
    const memo = boundedMemo(2, (key: string) => {
      calls++;
      return key.toUpperCase();
    });
    expect(['a', 'b', 'c', 'a', 'c'].map(memo)).toEqual(['A', 'B', 'C', 'A', 'C']);
    expect(calls).toBe(4);
  });
});
