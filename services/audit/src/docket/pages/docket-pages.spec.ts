import { intake, panelReview } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { CheckedReadsRegister } from '@parley/processes';
import { runAudit, type RunningAudit } from '../../running-audit.fixture';
import { docketMissingPage } from './page-words.page';
import { PageContext } from './page-context.page';
import { faultWords, readsWords } from './reads-found.page';
import { caseIdOf, due, instant, parties, registered, storyOf, tells } from '../docket-story.fixture';

const ENDED = 'CN-2025-0001';
const RUNNING = 'CN-2025-0002';
const ANSWERED = 'CN-2025-0003';

let audit: RunningAudit;

const plant = async (events: readonly PublicEvent[]): Promise<void> => {
  for (const event of events) {
    await audit.others.record(`${event.source.slice('/parley/'.length)}.told-${event.subject}`, {
      type: 'Told',
      tier: event.tier,
      occurredAt: event.time,
      tells: event,
    });
  }
};

const nominations = (caseId: string): PublicEvent =>
  tells(panelReview.PanelOpenedSchema, '2025-02-06T10:00:00Z', {
    caseId,
    openedAt: '2025-02-06T10:00:00.000Z',
    seatsPerSide: 2,
    limits: {
      opens: parties.map(({ code }) => due(`nomination:${code}:1`, 'S6', '2025-02-20T16:00:00Z', `party:${code}`)),
    },
  });

beforeAll(async () => {
  audit = await runAudit();
  await plant(storyOf(caseIdOf(1), ENDED));
  await plant([registered(caseIdOf(2), RUNNING), nominations(caseIdOf(2))]);
  const reply = { caseId: caseIdOf(3), position: 'accepts', receivedAt: '2025-02-21T15:00:00.000Z' };
  await plant([
    registered(caseIdOf(3), ANSWERED),
    tells(intake.ReplyLapsedSchema, '2025-02-21T16:00:00Z', {
      caseId: caseIdOf(3),
      lapsedAt: '2025-02-21T16:00:00.000Z',
    }),
    tells(intake.ReplyReceivedSchema, '2025-02-21T15:00:00Z', reply),
  ]);
  await audit.service.idle();
  audit.clock.set('2025-02-10T08:00:00Z');
});
afterAll(() => audit.stop());

const page = async (url: string): Promise<string> => (await audit.app.inject({ url })).body;
/** The text of one section, without its markup. */
const section = (body: string, id: string): string =>
  new RegExp(`<section aria-labelledby="${id}">([^]*?)</section>`)
    .exec(body)?.[1]
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() ?? '';

describe('a page where production is only tried', () => {
  it.each([
    ['en', 'is a trial and not for production'],
    ['zh-Hans', '并非正式运行'],
  ] as const)('says so, and no other does: %s', (lang, said) => {
    const missing = (trial: boolean): string =>
      docketMissingPage(new PageContext(lang, parties, 'Europe/Zurich', trial), 'case');
    expect([missing(true).includes(said), missing(false).includes(said)]).toEqual([true, false]);
  });
});

describe('the page of a case', () => {
  it('says in both languages which measure is held against which provision', async () => {
    const body = await page(`/docket/${ENDED}`);
    for (const said of [
      'Duty order',
      'United States, Customs , No. 7 , 2025-01-20 , Gazette 7',
      'General Agreement on Tariffs and Trade 1994 I:1',
    ])
      expect(section(body, 'claims')).toContain(said);
    const inChinese = section(await page(`/docket/${ENDED}?lang=zh-Hans`), 'claims');
    for (const said of ['关税令', '1994年关税与贸易总协定 I:1']) expect(inChinese).toContain(said);
    expect(section(body, 'findings')).toMatch(/C1 General Agreement on Tariffs and Trade 1994 I:1/);
  });

  it('says what happens now and next, who must act by when, and what happens if nobody does', async () => {
    const said = section(await page(`/docket/${RUNNING}?lang=en`), 'now');
    for (const part of [
      /What is happening now .*The respondent accepts the procedure, accepts it with a reservation, or objects/,
      /What happens next nomination .*before 20 Feb 2025 17:00 CET/,
      /Who must act China \(the complainant\), the United States \(the respondent\)/,
      /If nobody acts \S/,
    ])
      expect(said).toMatch(part);
    expect(section(await page(`/docket/${RUNNING}?lang=zh-Hans`), 'now')).toMatch(
      /正在进行 .*下一步 .*2025年2月20日 17:00（UTC\+1）.*须行事者 中国（申诉方），美国（被申诉方） 如无人行事 \p{Script=Han}/u,
    );
  });

  it('says of one that has ended when it did, and that nothing runs', async () => {
    expect(section(await page(`/docket/${ENDED}?lang=en`), 'now')).toMatch(
      /findings issued The screening ended on 20 Jun 2025 12:00 CEST What happens next No public limit runs now\.$/,
    );
  });

  it('lists what was not done in its time in the words of the record, and who certified not', async () => {
    const body = await page(`/docket/${ENDED}?lang=en`);
    const silent = section(body, 'silence');
    for (const sentence of [
      'The respondent did not reply in time.',
      'was not answered.',
      'did not lay its nonce for a crisis team open in time',
      'The time for a translation of exhibit CHN-1 passed without one',
    ])
      expect(silent).toContain(sentence);
    expect(silent).not.toContain('Consultations');
    expect(section(body, 'facts')).toContain('not by the co-head of the United States');
    expect(section(await page(`/docket/${ENDED}?lang=zh-Hans`), 'facts')).toContain(
      '以下一方的共同负责人未作出： 美国',
    );
  });

  it('holds no silence against a side whose act had come in time after all (I-19)', async () => {
    const body = await page(`/docket/${ANSWERED}?lang=en`);
    expect(body).not.toContain('id="silence"');
    expect(section(body, 'chronology')).toContain('The respondent did not reply in time.');
  });

  it('keeps the reasons of a claim, says so, and leads to what the words mean', async () => {
    const body = await page(`/docket/${ENDED}?lang=zh-Hans`);
    expect(section(body, 'claims')).toContain('主张的理由仅供双方和专家组阅览');
    for (const word of ['measure', 'claim', 'provision', 'certification', 'panel'])
      expect(body).toContain(`href="/glossary?lang=zh-Hans#${word}"`);
  });

  it('shows every instant in seat time, also those that a sentence of the record names in UTC', async () => {
    const body = await page(`/docket/${ENDED}?lang=en`);
    expect(body).toContain(
      'for <time datetime="2025-03-03T09:00:00.000Z">3 Mar 2025 <span class="minute">10:00 CET</span></time>, was not',
    );
    expect(body).not.toMatch(/\d UTC/);
  });

  it('leads nowhere that answers a browser with bare JSON, but to its own data', async () => {
    const links = [...(await page(`/docket/${ENDED}?lang=en`)).matchAll(/<a [^>]*href="(\/v1[^"]*)"/g)];
    expect(links.map(([, href]) => href)).toEqual([`/v1/docket/${ENDED}`]);
  });
});

describe('the public log as pages', () => {
  it('lists every entry of every case, the newest first, each with its case and its own page', async () => {
    const body = await page('/docket/log?lang=en');
    const serials = [...body.matchAll(/href="\/docket\/log\/(\d+)\?lang=en"/g)].map(([, serial]) => Number(serial));
    expect(serials.length).toBeGreaterThan(30);
    expect(serials).toEqual(serials.map((_, index) => serials.length - index));
    expect(body).toContain(`<a href="/docket/${ENDED}?lang=en">${ENDED}</a>`);
  });

  it('lists the cases that ended in the way that is chosen, and keeps the choice', async () => {
    const { items } = (await audit.app.inject({ url: '/v1/docket' })).json<{
      items: readonly { docketNumber: string; outcome: { code: string } | null }[];
    }>();
    const outcome = items.find(({ docketNumber }) => docketNumber === ENDED)?.outcome?.code ?? 'none';
    const body = await page(`/docket?outcome=${outcome}&lang=en`);
    expect(body).toContain(`href="/docket/${ENDED}?lang=en"`);
    expect(body).not.toContain(`href="/docket/${RUNNING}?lang=en"`);
    expect(body).toContain(`<option value="${outcome}" selected>`);
  });

  it('lists the cases that are chosen by days, status, agreement and measure, and keeps the choice', async () => {
    const listed = async (query: string): Promise<readonly boolean[]> => {
      const body = await page(`/docket?${query}&lang=en`);
      return [RUNNING, ENDED].map((number) => body.includes(`href="/docket/${number}?lang=en"`));
    };
    expect(await listed('dueFrom=2025-02-20&dueTo=2025-02-20')).toEqual([true, false]);
    expect(await listed('dueTo=2025-02-19')).toEqual([false, false]);
    expect(await listed('dueFrom=2025-02-20&status=ended')).toEqual([false, false]);
    expect(await listed('status=ended')).toEqual([false, true]);
    expect(await listed('agreement=GATT1994&measure=No.+7')).toEqual([true, true]);
    expect(await listed('agreement=TFA')).toEqual([false, false]);
    expect(await page('/docket?measure=%22%3E%3Cb%3E7&lang=en')).toContain('value="&quot;&gt;&lt;b&gt;7"');
    const body = await page('/docket?dueFrom=2025-02-20&status=registered&lang=en');
    expect(body).toContain('<input type="date" name="dueFrom" value="2025-02-20">');
    expect(body).toContain('<option value="registered" selected>the screening goes on</option>');
    expect(body).toContain('href="/docket?lang=zh-Hans&amp;status=registered&amp;dueFrom=2025-02-20"');
  });

  it('goes on before a serial', async () => {
    const body = await page('/docket/log?before=3&lang=zh-Hans');
    expect(body).toContain('条目 2<');
    expect(body).not.toContain('条目 3<');
    expect(body).toContain('最新的条目');
  });

  it('shows an entry with its instants in seat time, its place in the chain, and the entries beside it', async () => {
    const { items } = (await audit.app.inject({ url: '/v1/docket/log?cursor=1&limit=1' })).json<{
      items: readonly { previous: string; commitment: string; texts: Record<string, string> }[];
    }>();
    const [entry] = items;
    const body = await page('/docket/log/2?lang=zh-Hans');
    for (const part of [entry?.previous, entry?.commitment, '法律上的时间', '（UTC+1）'])
      expect(body).toContain(part ?? 'missing');
    for (const beside of [1, 3]) expect(body).toContain(`href="/docket/log/${String(beside)}?lang=zh-Hans"`);
    expect(body).toContain('href="/v1/docket/log?cursor=1&amp;limit=1"');
  });

  it('tells anybody what was found of a log of reads, of which service and when, and that it holds again', async () => {
    for (const lang of ['en', 'zh-Hans'] as const)
      expect(await page(`/docket/log?lang=${lang}`)).not.toContain(readsWords.found[lang]);
    const recording = { store: audit.store, ruleSetVersion: '2026-1' };
    const faults = { altered: 2, gone: 1, relinked: 0, unlinked: 0 };
    const whole = { ...faults, altered: 0, gone: 0, places: null };
    const intakes = new CheckedReadsRegister(recording, 'intake');
    await intakes.note({ ...faults, places: 'a', at: instant('2025-02-08T02:00:00Z') });
    await intakes.note({ ...whole, at: instant('2025-02-09T02:00:00Z') });
    await new CheckedReadsRegister(recording, 'referral').note({ ...whole, at: instant('2025-02-09T02:00:00Z') });
    for (const [lang, service] of [
      ['en', 'intake'],
      ['zh-Hans', '受理服务'],
    ] as const) {
      const body = await page(`/docket/log?lang=${lang}`);
      const found = body.slice(body.indexOf(readsWords.found[lang]), body.indexOf('<ol class="chronology"'));
      const lines = [...found.matchAll(/<li>[^]*?<\/li>/g)].map(([line]) => line);
      expect(lines).toEqual([
        expect.stringMatching(new RegExp(`2025-02-09T02:00:00.000Z[^]*${service}[^]*${readsWords.whole[lang]}`)),
        expect.stringMatching(new RegExp(`2025-02-08T02:00:00.000Z[^]*${service}[^]*${readsWords.damaged[lang]}`)),
      ]);
      expect(lines[1]).toContain(`${faultWords.altered[lang]} (2)`);
      expect(lines[1]).toContain(`${faultWords.gone[lang]} (1)`);
      expect(lines[1]).not.toContain(faultWords.unlinked[lang]);
    }
  });

  it.each(['/docket/log/0', '/docket/log/99999', '/docket/log/x', '/docket/log/1e3'])(
    'answers %s with a page and 404',
    async (url) => {
      const response = await audit.app.inject({ url: `${url}?lang=en` });
      expect([response.statusCode, response.body.includes('There is no such entry in the log.')]).toEqual([404, true]);
    },
  );
});
