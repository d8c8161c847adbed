import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { amendedRuleSet, calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import type { Instant } from '@parley/kernel';
import { createMemoryIssuer, memorySigner } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { createApp } from '../app/create-app';
import type { ProcedureShown } from './procedure.response';
import { ENQUIRY_CALENDAR, ENQUIRY_RULES, EnquiryController } from './enquiry.controller';
import { ProcedureModule } from './procedure.module';
import { rulesOfThisProcess } from './show-procedure';

class Enquiries {}

describe('the rules of procedure, as anybody reads them', () => {
  let app: NestFastifyApplication;
  let now = '2026-03-02T09:00:00.000Z' as Instant;
  const get = async (url: string) => {
    const answer = await app.inject({ url });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };

  beforeAll(async () => {
    const issuer = await createMemoryIssuer();
    const calendar = calendarArchive().current('US', 'CN');
    const amended = amendedRuleSet(
      currentRuleSet,
      { version: '2026-2', amends: '2026-1', numbers: { 'tracks.standard.clocks.reply.length': 12 } },
      '2026-05-31T22:00:00.000Z' as Instant,
    );
    const clocksOf = clocksOn(calendar, 'standard', [currentRuleSet, amended]);
    const clock = { now: () => now };
    const providers = [
      { provide: ENQUIRY_CALENDAR, useValue: () => calendar },
      { provide: ENQUIRY_RULES, useValue: clocksOf },
    ];
    app = await createApp(
      {
        module: Enquiries,
        imports: [ProcedureModule.of(rulesOfThisProcess(clocksOf, clock))],
        controllers: [EnquiryController],
        providers,
      },
      {
        clock,
        tokens: issuer.verifier,
        signer: memorySigner(),
        cursorSecret: Buffer.alloc(32),
        logger: createLogger('silent'),
      },
    );
  });
  afterAll(() => app.close());

  it('are every version, with its clocks, its defaults, its graphs and the refusals, in both languages', async () => {
    const { status, body } = await get('/v1/procedure');
    const { current, ruleSets, refusals, lateActs } = body as ProcedureShown;
    expect([status, current]).toEqual([200, currentRuleSet.version]);
    const rules = ruleSets.find(({ version }) => version === current);
    expect(rules?.regions.map(({ region }) => region)).toEqual(Object.keys(currentRuleSet.graphs));
    expect(
      rules?.tracks.find(({ track }) => track === 'standard')?.clocks.find(({ clock }) => clock === 'reply'),
    ).toMatchObject({
      length: 10,
      unit: 'joint-business-day',
      from: { en: 'registration', 'zh-Hans': '登记' },
    });
    expect(lateActs).toContainEqual({
      act: 'reply',
      clock: 'reply',
      stage: 'S4',
      afterProof: 'noted',
      words: { en: 'a reply', 'zh-Hans': '答复' },
    });
    expect(refusals.every(({ rule, en, 'zh-Hans': zh }) => rule !== undefined && en !== '' && zh !== '')).toBe(true);
    expect(refusals.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['idempotency-key-reused', 'clock-not-on-track']),
    );
  });

  it('are listed by version, and read one by one', async () => {
    const { body } = await get('/v1/procedure?version=2026-2');
    const { current, versions, ruleSets } = body as ProcedureShown;
    expect([current, versions]).toEqual([
      '2026-1',
      [
        { version: '2026-1', amends: null, inForceFrom: null },
        { version: '2026-2', amends: '2026-1', inForceFrom: '2026-05-31T22:00:00.000Z' },
      ],
    ]);
    expect(
      ruleSets.map(({ version, tracks }) => [
        version,
        tracks[0]?.clocks.find(({ clock }) => clock === 'reply')?.length,
      ]),
    ).toEqual([['2026-2', 12]]);
    const all = (await get('/v1/procedure/versions')).body as ProcedureShown;
    expect([all.current, all.ruleSets.map(({ version }) => version)]).toEqual(['2026-1', ['2026-1', '2026-2']]);
  });

  it('count a deadline by the version that is asked for, and else by the one in force', async () => {
    const due = async (version = '') =>
      ((await get(`/v1/procedure/deadline?clock=reply&day=2025-09-25${version}`)).body as { readonly dueDate: string })
        .dueDate;
    expect([
      await due(),
      await due('&version=2026-1'),
      await due('&version=2026-2'),
      await due('&ruleSet=2026-2'),
    ]).toEqual(['2025-10-20', '2025-10-20', '2025-10-22', '2025-10-22']);
    now = '2026-06-01T09:00:00.000Z' as Instant;
    expect([await due(), await due('&version=2026-1')]).toEqual(['2025-10-22', '2025-10-20']);
    expect(((await get('/v1/procedure')).body as ProcedureShown).current).toBe('2026-2');
    now = '2026-03-02T09:00:00.000Z' as Instant;
  });

  it('answer what a deadline would be, with the working shown', async () => {
    const { status, body } = await get('/v1/procedure/deadline?clock=reply&day=2025-09-25');
    expect([status, body]).toMatchObject([
      200,
      { dueDate: '2025-10-20', dueAt: '2025-10-20T15:00:00.000Z', provisional: false },
    ]);
    expect(JSON.stringify(body)).toContain('不计周六和周日、2025-10-01至2025-10-08（中国）');
  });

  it.each([
    ['/v1/procedure/deadline?clock=reply', 'day-or-instant'],
    ['/v1/procedure/deadline?clock=delivery&day=2025-09-25', 'hours-need-instant'],
    ['/v1/procedure/deadline?clock=urgency-refusal&day=2025-09-25', 'clock-not-on-track'],
    ['/v1/procedure/deadline?clock=reply&day=2019-05-06', 'calendar-year-unknown'],
    ['/v1/procedure?version=1999-1', 'rule-set-not-found'],
    ['/v1/procedure/deadline?clock=reply&day=2025-09-25&version=1999-1', 'rule-set-not-found'],
    ['/v1/procedure/deadline?clock=reply&day=2025-09-25&ruleSet=1999-1', 'rule-set-not-found'],
    ['/v1/procedure?version=latest', 'invalid-fields'],
    ['/v1/procedure/deadline?clock=lunch&day=2025-09-25', 'invalid-fields'],
    ['/v1/procedure/deadline?clock=reply&day=2025-09-25&haste=1', 'invalid-fields'],
  ])('refuse %s as %s', async (url, code) => {
    expect(await get(url)).toMatchObject({ status: 422, body: { code } });
  });
});
