import type { Instant } from '@parley/kernel';
import { Agenda } from './agenda';

it('an agenda takes things in the order of their instants, and at one instant in the order of entering', async () => {
  const agenda = new Agenda();
  const done: string[] = [];
  const enter = (at: string, name: string) => agenda.enter(at as Instant, async () => void done.push(name));
  enter('2025-01-02', 'second');
  enter('2025-01-03', 'fourth');
  enter('2025-01-01', 'first');
  enter('2025-01-02', 'third');
  for (let entry = agenda.take(); entry; entry = agenda.take()) await entry.run();
  expect(done).toEqual(['first', 'second', 'third', 'fourth']);
});
