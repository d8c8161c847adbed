import { BEGUN } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';
import type { Answer, Sending } from '../../support/client';
import { CONTACT, constructedGrievance } from '../../support/constructed';
import type { Problem } from '../../support/problem';
import { refused } from '../../support/refused';
import { wtoCase } from '../../support/wto-case';
import { claim, grievance, IN_A_FIELD, measure, type Answered } from './in-a-field-of-a-filing';

const NOBODYS = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
const REPLY = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
const ANY_DIGEST = 'a'.repeat(64);

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
    it.each(IN_A_FIELD)('is %s', async (_what, changes, answered) => {
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
        () => desk().post(`/v1/cases/${registered}/panel/nominations`, { member: 'cn-panel-8', coChair: true }),
        [422, 'not-on-frozen-roster', ['/member'], 'roster', '名册'],
      ],
      [
        'a panelist who was listed after the filing',
        async () => {
          const late = { personId: 'cn-panel-9', expertise: ['tariffs'], languages: ['en', 'zh-Hans'] };
          await desk().act('/v1/rosters/CN/members', late);
          return desk().post(`/v1/cases/${registered}/panel/nominations`, { member: 'cn-panel-9', coChair: true });
        },
        [422, 'not-on-frozen-roster', ['/member'], 'as it stood at the filing', '提交'],
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
