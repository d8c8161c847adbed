import type { CaseId } from '@parley/kernel';
import { MOST_ERRORS } from '@parley/http';
import { checkCompleteness } from './check-completeness.rules';
import { showCheck } from './completeness.response';
import { grievance, person } from '../case-story.fixture';

const fault = { code: 'goods-code-form', path: '/measures/0/goods/0/code', en: 'No.', 'zh-Hans': '否。' };
const defects = (changes = {}) =>
  checkCompleteness({ grievance: { ...grievance, ...changes }, contact: person('contact-1') });

describe('the check before filing', () => {
  it('is complete where nothing is wrong', () => {
    expect(showCheck('ab', [], defects(), [])).toEqual({ digest: 'ab', complete: true, defects: [], warnings: [] });
  });

  it('says of each thing whether it is refused or deficient', () => {
    const { complete, defects: shown } = showCheck('ab', [fault], defects({ remedy: [] }), []);
    expect([complete, shown.map(({ code, filing }) => [code, filing])]).toEqual([
      false,
      [
        ['goods-code-form', 'refused'],
        ['remedy-missing', 'deficient'],
      ],
    ]);
  });

  it('is complete with a warning, since nothing follows from one', () => {
    const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
    expect(showCheck('ab', [], defects(), [{ code: 'same-text-filed', caseId }])).toMatchObject({
      complete: true,
      warnings: [{ code: 'same-text-filed', case: caseId, party: null }],
    });
  });

  it('lists no more of what is refused than a refusal does', () => {
    const many = Array.from({ length: 10_000 }, () => fault);
    expect(showCheck('ab', many, defects({ remedy: [] }), []).defects).toHaveLength(MOST_ERRORS + 1);
  });
});
