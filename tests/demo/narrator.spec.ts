import { Narrator } from './narrator';

describe('the narrator', () => {
  it('tells deadlines of one clock that end together once, with the seats that they are for', () => {
    const deadline = (id: string, dueAt: string) => ({
      id,
      clock: id.split(':', 1)[0] ?? id,
      dueAt,
      arithmetic: { en: `counted to ${dueAt}` },
    });
    let told = '';
    new Narrator((text) => (told += text)).deadlines([
      deadline('nomination:CN:1', 'Friday'),
      deadline('nomination:US:1', 'Friday'),
      deadline('nomination:US:2', 'Monday'),
    ]);
    expect(told.split('\n').map((line) => line.trim())).toEqual([
      'deadline nomination:CN:1, nomination:US:1: before Friday',
      'counted to Friday',
      'deadline nomination:US:2: before Monday',
      'counted to Monday',
      '',
    ]);
  });
});
