import fc from 'fast-check';
import { turns } from './turns';

describe('work that is done in turns', () => {
  it('never goes on more often at once than is let, and all of it is done in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.scheduler(),
        async (most, fails, scheduler) => {
          const [inTurn, begun]: [ReturnType<typeof turns>, number[]] = [turns(most), []];
          let [now, highest] = [0, 0];
          const works = fails.map((fail, index) =>
            inTurn(async () => {
              begun.push(index);
              now += 1;
              highest = Math.max(highest, now);
              await scheduler.schedule(Promise.resolve());
              now -= 1;
              if (fail) throw new Error('failed');
              return index;
            }),
          );
          const settled = Promise.allSettled(works);
          await scheduler.waitFor(settled);
          expect(highest).toBeLessThanOrEqual(most);
          expect(begun).toEqual(fails.map((_, index) => index));
          expect((await settled).map(({ status }) => status === 'rejected')).toEqual(fails);
        },
      ),
    );
  });
});
