import type { Instant } from '@parley/kernel';
import { standingAt } from './standing';

const due = (clock: string, at: string) => ({ clock, dueAt: at as Instant });

describe('where a case stands', () => {
  it('is said with the limit that ends next, in both languages', () => {
    const running = [due('long-stop', '2025-07-05T15:00:00.000Z'), due('reply', '2025-02-20T16:00:00.000Z')];
    expect(standingAt('S4', running, false)).toEqual({
      stage: 'S4',
      until: '2025-02-20T16:00:00.000Z',
      en: expect.stringMatching(/^The case stands at S4 \(Awaiting reply\)\. The next limit ends at 2025.*: .+\.$/),
      'zh-Hans': expect.stringMatching(/^本案处于S4（等待答复）。下一期限于 2025.*届满：.+。$/),
    });
  });

  it('names to the panel no limit that is between the parties', () => {
    const between = [due('completeness', '2025-02-13T16:00:00.000Z')];
    expect([standingAt('S2', between, true).until, standingAt('S2', between, false).until]).toEqual([
      '2025-02-13T16:00:00.000Z',
      null,
    ]);
  });
});
