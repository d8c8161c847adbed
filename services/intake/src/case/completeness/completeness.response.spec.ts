import { MOST_ERRORS } from '@parley/http';
import { checkCompleteness } from './check-completeness.rules';
import { showCheck } from './completeness.response';
import { grievance, person } from '../case-story.fixture';

const fault = { code: 'goods-code-form', path: '/measures/0/goods/0/code', en: 'No.', 'zh-Hans': '否。' };
const defects = (changes = {}) =>
  checkCompleteness({ grievance: { ...grievance, ...changes }, contact: person('contact-1') });

describe('the check before filing', () => {
  it('is complete where nothing is wrong', () => {
    expect(showCheck('ab', [], defects())).toEqual({ digest: 'ab', complete: true, defects: [] });
  });

  it('says of each thing whether it is refused or deficient', () => {
    const { complete, defects: shown } = showCheck('ab', [fault], defects({ remedy: [] }));
    expect([complete, shown.map(({ code, filing }) => [code, filing])]).toEqual([
      false,
      [
        ['goods-code-form', 'refused'],
        ['remedy-missing', 'deficient'],
      ],
    ]);
  });

  it('lists no more of what is refused than a refusal does', () => {
    const many = Array.from({ length: 10_000 }, () => fault);
    expect(showCheck('ab', many, defects({ remedy: [] })).defects).toHaveLength(MOST_ERRORS + 1);
  });
});
