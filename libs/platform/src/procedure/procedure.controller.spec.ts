import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { calendarArchive, currentRuleSet } from '@parley/procedure';
import type { Instant } from '@parley/kernel';
import { createApp } from '../app/create-app';
import { createMemoryIssuer } from '../auth/memory-issuer';
import { createLogger } from '../logging/create-logger';
import { memorySigner } from '../signing/memory-signer';
import type { ProcedureShown } from './procedure.response';
import { ENQUIRY_CALENDAR, EnquiryController } from './enquiry.controller';
import { ProcedureModule } from './procedure.module';

class Enquiries {}

describe('the rules of procedure, as anybody reads them', () => {
  let app: NestFastifyApplication;
  const get = async (url: string) => {
    const answer = await app.inject({ url });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };

  beforeAll(async () => {
    const issuer = await createMemoryIssuer();
    const calendar = calendarArchive().current('US', 'CN');
    const providers = [{ provide: ENQUIRY_CALENDAR, useValue: () => calendar }];
    app = await createApp({ module: Enquiries, imports: [ProcedureModule], controllers: [EnquiryController], providers }, {
      clock: { now: () => '2026-03-02T09:00:00.000Z' as Instant },
      tokens: issuer.verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterAll(() => app.close());

  it('are every version, with its clocks, its defaults, its graphs and the refusals, in both languages', async () => {
    const { status, body } = await get('/v1/procedure');
    const { current, ruleSets, refusals, lateActs } = body as ProcedureShown;
    expect([status, current]).toEqual([200, currentRuleSet.version]);
    const rules = ruleSets.find(({ version }) => version === current);
    expect(rules?.regions.map(({ region }) => region)).toEqual(Object.keys(currentRuleSet.graphs));
    expect(rules?.tracks.find(({ track }) => track === 'standard')?.clocks.find(({ clock }) => clock === 'reply')).toMatchObject({
      length: 10,
      unit: 'joint-business-day',
      from: { en: 'registration', 'zh-Hans': '登记' },
    });
    expect(lateActs).toContainEqual({ act: 'reply', clock: 'reply', stage: 'S4', afterProof: 'noted', words: { en: 'a reply', 'zh-Hans': '答复' } });
    expect(refusals.every(({ rule, en, 'zh-Hans': zh }) => rule !== undefined && en !== '' && zh !== '')).toBe(true);
    expect(refusals.map(({ code }) => code)).toEqual(expect.arrayContaining(['idempotency-key-reused', 'clock-not-on-track']));
  });

  it('answer what a deadline would be, with the working shown', async () => {
    const { status, body } = await get('/v1/procedure/deadline?clock=reply&day=2025-09-25');
    expect([status, body]).toMatchObject([200, { dueDate: '2025-10-20', dueAt: '2025-10-20T15:00:00.000Z', provisional: false }]);
    expect(JSON.stringify(body)).toContain('不计周六和周日、2025-10-01至2025-10-08（中国）');
  });

  it.each([
    ['/v1/procedure/deadline?clock=reply', 'day-or-instant'],
    ['/v1/procedure/deadline?clock=delivery&day=2025-09-25', 'hours-need-instant'],
    ['/v1/procedure/deadline?clock=urgency-refusal&day=2025-09-25', 'clock-not-on-track'],
    ['/v1/procedure/deadline?clock=reply&day=2019-05-06', 'calendar-year-unknown'],
    ['/v1/procedure/deadline?clock=lunch&day=2025-09-25', 'invalid-fields'],
    ['/v1/procedure/deadline?clock=reply&day=2025-09-25&haste=1', 'invalid-fields'],
  ])('refuse %s as %s', async (url, code) => {
    expect(await get(url)).toMatchObject({ status: 422, body: { code } });
  });
});
