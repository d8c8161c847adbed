import { passesCategories, streamName } from '@parley/event-store';
import fc from 'fast-check';
import { isOfRecord, streamFilter } from './position';

const passes = (stream: string, categories: readonly string[] | undefined): boolean => {
  const filter = streamFilter(categories);
  return 'prefixes' in filter
    ? filter.prefixes.some((prefix) => stream.startsWith(prefix))
    : new RegExp(filter.pattern).test(stream);
};

const word = fc.stringMatching(/^[a-z]{1,4}$/);
const category = fc.tuple(word, word).map(([context, kind]) => `${context}.${kind}`);

describe('the filter that the server is given', () => {
  it('lets the same streams pass as the port does', () => {
    fc.assert(
      fc.property(
        category,
        fc.option(fc.array(fc.oneof(word, category), { maxLength: 4 }), { nil: undefined }),
        (of, categories) => {
          const stream = streamName(of, '4f');
          expect(passes(stream, categories)).toBe(passesCategories(stream, categories));
        },
      ),
    );
  });

  it.each(['$stats-127.0.0.1:2113', '$$intake.case-1', '$ce-intake.case', 'somebody'])(
    'lets nothing of others pass: %s',
    (stream) => {
      expect(passes(stream, undefined)).toBe(false);
      expect(isOfRecord(stream)).toBe(false);
    },
  );
});
