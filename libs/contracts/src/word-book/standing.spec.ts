import type { Instant } from '@parley/kernel';
import { standingAt } from './standing';

const due = (clock: string, at: string) => ({ clock, dueAt: at as Instant });

describe('where a case stands', () => {
  it('is said with the limit that ends next, in both languages', () => {
    const running = [due('long-stop', '2025-07-05T15:00:00.000Z'), due('reply', '2025-02-20T16:00:00.000Z')];
    expect(standingAt({ stage: 'S4' }, running, false)).toEqual({
      stage: 'S4',
      until: '2025-02-20T16:00:00.000Z',
      en: expect.stringMatching(/^The case stands at S4 \(Awaiting reply\)\. The next limit ends at 2025.*: .+\.$/),
      'zh-Hans': expect.stringMatching(/^本案处于S4（等待答复）。下一期限于 2025.*届满：.+。$/),
    });
  });

  it('is no stage that awaits anything while both parties keep the screening suspended', () => {
    const { en, 'zh-Hans': zh } = standingAt({ stage: 'S4', isSuspended: true }, [], true);
    expect(en).toBe('The case stands at S4 (Awaiting reply). Both parties keep the screening suspended.');
    expect(zh).toBe('本案处于S4（等待答复）。审查经双方同意中止。');
  });

  it('is not guessed by a part that the case has left', () => {
    const { en, 'zh-Hans': zh } = standingAt({ stage: 'S5', isLeft: true }, [], true);
    expect(en).toBe('The case has left S5 (Consultations); the panel’s part says where it stands.');
    expect(zh).toContain('现处阶段见专家组部分');
  });

  it('is said as what it stands at or later by a part that knows no more', () => {
    const { en, 'zh-Hans': zh } = standingAt({ stage: 'S6', orLater: true }, [], true);
    expect([en, zh]).toEqual([
      'The case stands at S6 (Composition of the panel) or later; its other parts say where.',
      expect.stringMatching(/^本案处于S6（.+）或其后阶段；具体阶段见本案其他部分。$/),
    ]);
  });

  it('names to the panel no limit that is between the parties', () => {
    const between = [due('completeness', '2025-02-13T16:00:00.000Z')];
    expect([
      standingAt({ stage: 'S2' }, between, true).until,
      standingAt({ stage: 'S2' }, between, false).until,
    ]).toEqual(['2025-02-13T16:00:00.000Z', null]);
  });
});
