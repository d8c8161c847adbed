import { InMemoryEventStore } from '@parley/event-store';
import { caseIdOf, instant } from '../docket/docket-story.fixture';
import { unknownCase } from './history.rules';
import { streamsOfCase } from './case-streams';

const store = new InMemoryEventStore({ clock: { now: () => instant('2025-02-10T09:00:00Z') } });
const categoriesFor = async (withDeliberation: boolean) =>
  (await streamsOfCase(store, caseIdOf(1), unknownCase, withDeliberation)).map(({ stream }) =>
    stream.slice(0, stream.indexOf('-')),
  );

describe('the streams of which the history of a case is made', () => {
  it(
    'are none of those that hold what was said without prejudice, or to the registry ' + 'alone, whoever reads (I-45)',
    async () => {
      for (const withDeliberation of [true, false]) {
        const categories = await categoriesFor(withDeliberation);
        expect(categories).toContain('intake.case');
        expect(categories.filter((category) => /withoutprejudice|registryletters|hotline/.test(category))).toEqual([]);
      }
    },
  );

  it('hold the deliberation only for who may know of it (I-14)', async () => {
    expect(await categoriesFor(false)).not.toContain('panelreview.deliberation');
    expect(await categoriesFor(true)).toContain('panelreview.deliberation');
  });
});
