import type { Instant } from '@parley/kernel';
import type { ProblemError } from '../problems/problem.error';
import { ReasonField, reasonOf, ReasonRequest } from './reason.field';
import { RequestPipe } from './request.pipe';

class Asking {
  @ReasonField({ meaning: 'Why.', example: { en: 'Illness.' } })
  readonly reason: ReasonRequest;
}

const pipe = new RequestPipe({ now: () => '2025-02-05T08:00:00.000Z' as Instant });
const faultsOf = (reason: unknown): readonly string[] => {
  try {
    pipe.transform({ reason }, { type: 'body', metatype: Asking });
    return [];
  } catch (refused) {
    return (refused as ProblemError).errors.map(({ path, code }) => `${path} ${code}`);
  }
};

describe('a reason', () => {
  it('is given in English, in Chinese or in both', () => {
    for (const reason of [{ en: 'Illness.' }, { 'zh-Hans': '患病。' }, { en: 'Illness.', 'zh-Hans': '患病。' }])
      expect(faultsOf(reason)).toEqual([]);
  });

  it('is not given in no language, in another one, or in blanks', () => {
    expect(faultsOf({})).toEqual(['/reason language-missing']);
    expect(faultsOf({ en: 'Illness.', fr: 'Maladie.' })).toContain('/reason/fr unknown-field');
    expect(faultsOf({ en: ' ' })).toEqual(['/reason/en empty']);
    expect(faultsOf('Illness.')).toContain('/reason not-an-object');
    expect(faultsOf(undefined)).toContain('/reason required');
  });

  it('says in the other language in which it was given, with its words', () => {
    expect(reasonOf({ en: 'Illness.', 'zh-Hans': '患病。' })).toEqual({ en: 'Illness.', 'zh-Hans': '患病。' });
    expect(reasonOf({ en: 'Illness.' })).toEqual({ en: 'Illness.', 'zh-Hans': '仅有英文：Illness.' });
    expect(reasonOf({ 'zh-Hans': '患病。' })).toEqual({ en: 'In Chinese alone: 患病。', 'zh-Hans': '患病。' });
  });
});
