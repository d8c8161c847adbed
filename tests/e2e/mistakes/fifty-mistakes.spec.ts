import { BEGUN } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';
import type { Answer, Sending } from '../../support/client';
import { CONTACT, constructedGrievance } from '../../support/constructed';
import type { Problem } from '../../support/problem';
import { refused } from '../../support/refused';
import { wtoCase } from '../../support/wto-case';

const grievance = constructedGrievance(wtoCase(633));
const [measure, claim] = [grievance.measures[0]!, grievance.claims[0]!];
const NOBODYS = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
const REPLY = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
const ANY_DIGEST = 'a'.repeat(64);
const upTo = (length: number): string => 'x'.repeat(length);

/** What is answered: status and code, the fields at fault, and a piece of what is said in each language. */
type Answered = readonly [status: number, code: string, paths: readonly string[], en: string, zh: string];

/**
 * What people do wrong in their first weeks, one after the other, and what they are told. Nothing is kept of any of it.
 */
describe('a mistake', () => {
  let dispute: Dispute;
  let registered = '';
  let filed = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '701');
    registered = await dispute.register('cn-desk', grievance);
    await dispute.file('cn-desk', constructedGrievance(wtoCase(544)));
    filed = dispute.id;
  });
  afterAll(() => dispute.end());

  const desk = (user = 'cn-desk') => dispute.as(user);
  const digestOf = async (content: object): Promise<string | undefined> =>
    (await desk().post<{ digest?: string }>('/v1/grievances/checks', { grievance: content, contact: CONTACT })).body
      .digest;
  /** A filing of DS633 with something in it that is wrong. */
  const file = async (changes: object, beside: object = {}, sending: Sending = {}): Promise<Answer> => {
    const content = { ...grievance, ...changes };
    const digest = (await digestOf(content)) ?? ANY_DIGEST;
    return desk().post(
      '/v1/cases',
      { grievance: content, contact: CONTACT, certification: { digest }, ...beside },
      sending,
    );
  };
  const send = (method: string, path: string, body?: string, headers = {}, user = 'cn-desk'): Promise<Answer> =>
    desk(user).send(method, path, body, { headers: { 'content-type': 'application/json', ...headers } });

  const expectTold = (answer: Answer, [status, code, paths, en, zh]: Answered): void => {
    refused(answer, { status, code });
    const { errors = [], messages } = answer.body as Problem;
    expect(errors.map(({ path }) => path)).toEqual(paths);
    const said = [...errors.map(({ message }) => message), messages];
    expect(said.map((one) => one.en).join(' ')).toContain(en);
    expect(said.map((one) => one['zh-Hans']).join(' ')).toContain(zh);
  };

  describe('in a field of a filing', () => {
    it.each<[string, object, Answered]>([
      [
        'a field that there is not',
        { subjects: [] },
        [422, 'invalid-fields', ['/grievance/subjects'], 'no such field', '没有该字段'],
      ],
      ['a list left out', { remedy: undefined }, [422, 'invalid-fields', ['/grievance/remedy'], 'required', '必填']],
      [
        'a text for a list',
        { facts: 'none' },
        [422, 'invalid-fields', ['/grievance/facts'], 'must be a list', '须为列表'],
      ],
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
        [422, 'invalid-fields', ['/grievance/claims/0/agreement'], 'form', '格式'],
      ],
      [
        'a provision as another agreement numbers it',
        { claims: [{ ...claim, agreement: 'SCM', provision: 'I:1' }] },
        [422, 'provision-form', ['/grievance/claims/0/provision'], '1.1(a)(1)', '1.1(a)(1)'],
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
    ])('is %s', async (_what, changes, answered) => {
      expectTold(await file(changes), answered);
    });

    it('is told at once with all others, by the check and by the filing', async () => {
      const changes = { measures: [{ ...measure, date: '2026-03-04' }], claims: [{ ...claim, agreement: 'GATT94' }] };
      const paths = ['/grievance/measures/0/date', '/grievance/claims/0/agreement'];
      expectTold(await file(changes), [422, 'measure-of-a-later-day', paths, 'GATT1994', 'GATT1994']);
      const { body } = await desk().post('/v1/grievances/checks', {
        grievance: { ...grievance, ...changes, remedy: [] },
      });
      expect(body).toMatchObject({
        complete: false,
        defects: [
          { code: 'measure-of-a-later-day', path: '/measures/0/date', filing: 'refused' },
          { code: 'agreement-not-listed', path: '/claims/0/agreement', filing: 'refused' },
          { code: 'remedy-missing', path: '/remedy', filing: 'deficient' },
          { code: 'contact-missing', path: '/contact', filing: 'deficient' },
        ],
      });
    });
  });

  describe('beside the grievance', () => {
    it.each<[string, object, Answered]>([
      [
        'a contact who cannot be reached',
        { contact: { name: 'Li Wei' } },
        [422, 'invalid-fields', ['/contact/reach'], 'required', '必填'],
      ],
      [
        'a certification of other words',
        { certification: { digest: ANY_DIGEST } },
        [422, 'certification-digest-differs', ['/certification/digest'], 'another digest', '不符'],
      ],
      [
        'a digest that is none',
        { certification: { digest: 'sha256' } },
        [422, 'invalid-fields', ['/certification/digest'], '64', '64'],
      ],
      [
        'a case to be filed again that is nobody’s',
        { previous: NOBODYS },
        [422, 'previous-not-closed', ['/previous'], 'filed again', '重新提交'],
      ],
      [
        'a docket number that is misspelt',
        { previous: 'CN-26-1' },
        [422, 'invalid-fields', ['/previous'], 'docket number', '案号'],
      ],
      [
        'a counter to nothing',
        { counterTo: { case: NOBODYS, relation: 'distinct' } },
        [422, 'no-case-to-counter', ['/counterTo/case'], 'ordinary grievance', '普通申诉'],
      ],
      [
        'a ground of urgency of its own',
        { urgency: { ground: 'hurry', reasons: [{ lang: 'en', text: 'Soon.', kind: 'original' }] } },
        [422, 'invalid-fields', ['/urgency/ground'], 'perishable', 'perishable'],
      ],
    ])('is %s', async (_what, beside, answered) => {
      expectTold(await file({}, beside), answered);
    });
  });

  describe('in how a request is sent', () => {
    const act = JSON.stringify({ finding: 'complete' });
    it.each<[string, () => Promise<Answer>, Answered]>([
      [
        'a body of another content type',
        () => send('POST', '/v1/cases', 'grievance=1', { 'content-type': 'text/plain' }),
        [415, 'wrong-content-type', [], 'application/json', 'application/json'],
      ],
      [
        'a form sent to the uploads',
        () => send('POST', '/v1/uploads', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
        [415, 'wrong-content-type', [], 'application/octet-stream', 'application/octet-stream'],
      ],
      [
        'an upload with a wrong digest',
        () =>
          send('POST', '/v1/uploads', 'Customs data.', {
            'content-type': 'application/octet-stream',
            'repr-digest': `sha-256=:${'A'.repeat(43)}=:`,
          }),
        [422, 'digest-differs', [], 'digest', '摘要'],
      ],
      [
        'half of a body',
        () => send('POST', '/v1/cases', '{"grievance": {'),
        [400, 'malformed-json', [], 'JSON', 'JSON'],
      ],
      [
        'a key that is given twice',
        () => send('POST', '/v1/cases', '{"grievance": {}, "grievance": {}}'),
        [400, 'json-key-repeated', ['/grievance'], 'twice', '两次'],
      ],
      [
        'an act without its key',
        () => send('POST', `/v1/cases/${filed}/completeness`, act, { 'idempotency-key': '' }, 'us-registry'),
        [400, 'idempotency-key-missing', [], 'needs the header', '须带有'],
      ],
      [
        'a revision that has passed',
        () => send('POST', `/v1/cases/${registered}/reply`, JSON.stringify(REPLY), { 'if-match': '"0"' }, 'us-desk'),
        [412, 'stale', [], 'changed', '变更'],
      ],
      [
        'no token',
        () => send('POST', '/v1/cases', '{}', { authorization: '' }),
        [401, 'token-invalid', [], 'token', '令牌'],
      ],
      [
        'a token of its own making',
        () => send('POST', '/v1/cases', '{}', { authorization: 'Bearer a.b.c' }),
        [401, 'token-invalid', [], 'token', '令牌'],
      ],
      [
        'another role',
        () => send('POST', '/v1/cases', '{}', {}, 'cn-auditor'),
        [403, 'role-required', [], 'It is for a desk.', '此操作限于主管部门。'],
      ],
      ['an id that is none', () => desk().get('/v1/cases/CN2026'), [400, 'malformed-id', [], 'UUID', 'UUID']],
      [
        'an id of nothing',
        () => desk().get(`/v1/cases/${NOBODYS}`),
        [404, 'not-found', [], 'not yours to know of', '不存在'],
      ],
      ['a path with a slip', () => desk().get('/v1/case'), [404, 'not-found', [], 'no such thing', '不存在']],
      [
        'another method',
        () => send('PUT', `/v1/cases/${registered}`, '{}'),
        [405, 'method-not-allowed', [], 'Allow', 'Allow'],
      ],
      ['a page of nothing', () => desk().get('/v1/cases?limit=0'), [422, 'invalid-fields', ['/limit'], '1', '1']],
      [
        'a cursor of its own making',
        () => desk().get('/v1/cases?cursor=abc'),
        [400, 'cursor-invalid', [], 'not given by this list', '并非由此列表给出'],
      ],
      [
        'a look into the future',
        () => desk().get(`/v1/cases/${registered}?asOf=2099-01-01T00:00:00Z`),
        [422, 'invalid-fields', ['/asOf'], 'has not come yet', '尚未'],
      ],
    ])('is %s', async (_what, sent, answered) => {
      expectTold(await sent(), answered);
    });
  });

  describe('in what is done when', () => {
    it.each<[string, () => Promise<Answer>, Answered]>([
      [
        'a reply before there is a registration',
        () => desk('us-desk').post(`/v1/cases/${filed}/reply`, REPLY),
        [409, 'not-awaiting-reply', [], 'reply', '答复'],
      ],
      [
        'a reply to one’s own grievance',
        () => desk().post(`/v1/cases/${registered}/reply`, REPLY),
        [403, 'not-your-side', [], 'belongs to the other party', '方'],
      ],
      [
        'a check of what was found complete',
        () => desk('us-registry').post(`/v1/cases/${registered}/completeness`, { finding: 'complete' }),
        [409, 'not-awaiting-completeness-check', [], 'not awaiting', '不在等待'],
      ],
      [
        'a defect that there is not',
        () => desk('us-registry').post(`/v1/cases/${filed}/completeness`, { finding: 'deficient' }),
        [409, 'completeness-check-passes', [], 'form only', '只审查形式'],
      ],
      [
        'a cure of nothing',
        () =>
          dispute.as('cn-desk').post(`/v1/cases/${registered}/cures`, {
            grievance,
            contact: CONTACT,
            certification: { digest: ANY_DIGEST },
          }),
        [409, 'not-deficient', [], 'awaits a cure', '待补正'],
      ],
      [
        'a panelist who is on no roster',
        () => desk().post(`/v1/cases/${registered}/panel/nominations`, { member: 'cn-panel-9', coChair: true }),
        [422, 'not-on-frozen-roster', ['/member'], 'roster', '名册'],
      ],
      [
        'a key for another act',
        async () => {
          const key = 'mistaken';
          await desk().act('/v1/drafts', { grievance }, { key });
          return desk().post('/v1/drafts', { grievance: { ...grievance, facts: [] } }, { key });
        },
        [409, 'idempotency-key-reused', [], 'came before', 'Idempotency-Key'],
      ],
    ])('is %s', async (_what, done, answered) => {
      expectTold(await done(), answered);
    });
  });
});
