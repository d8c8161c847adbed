import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';

export const grievance = constructedGrievance(wtoCase(633));
export const [measure, claim] = [grievance.measures[0]!, grievance.claims[0]!];
const upTo = (length: number): string => 'x'.repeat(length);

/** What is answered: status and code, the fields at fault, and a piece of what is said in each language. */
export type Answered = readonly [status: number, code: string, paths: readonly string[], en: string, zh: string];

/** What is wrong in a field of a filing, the field as it is sent, and what is answered. */
export const IN_A_FIELD: readonly (readonly [what: string, changes: object, answered: Answered])[] = [
  [
    'a field that there is not',
    { subjects: [] },
    [422, 'invalid-fields', ['/grievance/subjects'], 'no such field', '没有该字段'],
  ],
  ['a list left out', { remedy: undefined }, [422, 'invalid-fields', ['/grievance/remedy'], 'required', '必填']],
  ['a text for a list', { facts: 'none' }, [422, 'invalid-fields', ['/grievance/facts'], 'must be a list', '须为列表']],
  [
    'a language of its own',
    { subject: [{ lang: 'fr', text: 'Droits', kind: 'original' }] },
    [422, 'invalid-fields', ['/grievance/subject/0/lang'], 'en', 'zh-Hans'],
  ],
  [
    'a subject of a page',
    { subject: [{ lang: 'en', text: upTo(301), kind: 'original' }] },
    [422, 'invalid-fields', ['/grievance/subject/0/text'], '300', '300'],
  ],
  [
    'an empty authority',
    { authority: '' },
    [422, 'invalid-fields', ['/grievance/authority'], 'must not be empty', '不得为空'],
  ],
  [
    'an id of a measure with a space',
    { measures: [{ ...measure, id: 'M 1' }] },
    [422, 'invalid-fields', ['/grievance/measures/0/id'], 'form', '格式'],
  ],
  [
    'a Member by its common name',
    { measures: [{ ...measure, wtoMember: 'USA' }] },
    [422, 'invalid-fields', ['/grievance/measures/0/wtoMember'], 'US', 'US'],
  ],
  [
    'a day that there is not',
    { measures: [{ ...measure, date: '2025-02-30' }] },
    [422, 'invalid-fields', ['/grievance/measures/0/date'], 'YYYY-MM-DD', 'YYYY-MM-DD'],
  ],
  [
    'a measure of a later day',
    { measures: [{ ...measure, date: '2026-03-04' }] },
    [422, 'measure-of-a-later-day', ['/grievance/measures/0/date'], 'later date than today', '晚于'],
  ],
  [
    'a measure of a third country',
    { measures: [{ ...measure, wtoMember: 'EU' }] },
    [
      422,
      'measure-of-another-member',
      ['/grievance/measures/0/wtoMember'],
      'between its two parties only',
      '仅限于其双方之间',
    ],
  ],
  [
    'a measure of one’s own',
    { measures: [{ ...measure, wtoMember: 'CN' }] },
    [422, 'measure-of-own-side', ['/grievance/measures/0/wtoMember'], 'not of its own', '不能就自己的措施'],
  ],
  [
    'two measures of one id',
    { measures: [measure, { ...measure, number: '2' }] },
    [422, 'measure-twice', ['/grievance/measures/1/id'], 'same id', '编号相同'],
  ],
  [
    'a measure without a title',
    { measures: [{ ...measure, title: [] }] },
    [422, 'invalid-fields', ['/grievance/measures/0/title'], 'at least 1', '至少需要 1'],
  ],
  [
    'a number that is a text',
    { measures: [{ ...measure, number: upTo(201) }] },
    [422, 'invalid-fields', ['/grievance/measures/0/number'], '200', '200'],
  ],
  [
    'an issuer left empty',
    { measures: [{ ...measure, issuer: '' }] },
    [422, 'invalid-fields', ['/grievance/measures/0/issuer'], 'must not be empty', '不得为空'],
  ],
  [
    'a citation left out',
    { measures: [{ ...measure, citation: undefined }] },
    [422, 'invalid-fields', ['/grievance/measures/0/citation'], 'required', '必填'],
  ],
  [
    'an end in words',
    { measures: [{ ...measure, endedOn: 'last year' }] },
    [422, 'invalid-fields', ['/grievance/measures/0/endedOn'], 'YYYY-MM-DD', 'YYYY-MM-DD'],
  ],
  [
    'a public summary of many pages',
    { publicSummary: [{ lang: 'en', text: upTo(2_001), kind: 'original' }] },
    [422, 'invalid-fields', ['/grievance/publicSummary/0/text'], '2000', '2000'],
  ],
  [
    'an edition of the HS that there is not',
    { measures: [{ ...measure, goods: [{ system: 'HS', edition: '2021', code: '8703' }] }] },
    [422, 'goods-edition-unknown', ['/grievance/measures/0/goods/0/edition'], '2022', '2022'],
  ],
  [
    'a code of goods without its point',
    { measures: [{ ...measure, goods: [{ system: 'HS', edition: '2022', code: '870323' }] }] },
    [422, 'goods-code-form', ['/grievance/measures/0/goods/0/code'], '8703.23', '8703.23'],
  ],
  [
    'a claim on a measure that is not there',
    { claims: [{ ...claim, measure: 'M9' }] },
    [422, 'unknown-measure', ['/grievance/claims/0/measure'], 'not in the grievance', '不在申诉之中'],
  ],
  [
    'an agreement under another code',
    { claims: [{ ...claim, agreement: 'GATT94' }] },
    [
      422,
      'agreement-not-listed',
      ['/grievance/claims/0/agreement'],
      'The nearest is GATT1994.',
      '最接近的是 GATT1994。',
    ],
  ],
  [
    'an agreement by its name',
    { claims: [{ ...claim, agreement: 'Subsidies' }] },
    [422, 'agreement-not-listed', ['/grievance/claims/0/agreement'], 'The nearest is SCM.', '最接近的是 SCM。'],
  ],
  [
    'a provision as another agreement numbers it',
    { claims: [{ ...claim, agreement: 'SCM', provision: 'I:1' }] },
    [422, 'provision-form', ['/grievance/claims/0/provision'], '1.1(a)(1)', '1.1(a)(1)'],
  ],
  [
    'an annex by its paragraph alone',
    { claims: [{ ...claim, agreement: 'SPS', provision: 'A(1)' }] },
    [422, 'provision-form', ['/grievance/claims/0/provision'], 'Annex', 'Annex'],
  ],
  [
    'two claims of one id',
    { claims: [claim, { ...claim, provision: 'XI' }] },
    [422, 'claim-twice', ['/grievance/claims/1/id'], 'same id', '编号相同'],
  ],
  [
    'one claim made twice',
    { claims: [claim, { ...claim, id: 'C9' }] },
    [422, 'same-claim-twice', ['/grievance/claims/1'], 'twice', '重复'],
  ],
  [
    'a claim in the other party’s name',
    { claims: [claim, { ...claim, id: 'C9', provision: 'XI', claimant: 'respondent' }] },
    [
      422,
      'claim-of-the-other-party',
      ['/grievance/claims/1', '/grievance/measures/0/wtoMember'],
      'its own claims',
      '自己的主张',
    ],
  ],
  [
    'a claim without a reason',
    { claims: [{ ...claim, because: [] }] },
    [422, 'invalid-fields', ['/grievance/claims/0/because'], 'at least 1', '至少需要 1'],
  ],
  [
    'a dispute for a document',
    { documents: ['DS543'] },
    [422, 'invalid-fields', ['/grievance/documents/0'], 'form', '格式'],
  ],
];
