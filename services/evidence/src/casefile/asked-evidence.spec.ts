import { randomBytes } from 'node:crypto';
import { panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { code, english, EvidenceApp, exhibitBody, LONG_STOP, START } from '../evidence-app.fixture';

interface ActNow {
  readonly act: string;
  readonly path: string;
  readonly may: boolean;
  readonly asOf: string;
  readonly until?: string;
  readonly problem?: { readonly code: string };
}
interface Acts {
  readonly stage: string;
  readonly items: readonly ActNow[];
}

describe('what a caller may do with the evidence of a case', () => {
  let evidence: EvidenceApp;
  let people: Awaited<ReturnType<EvidenceApp['people']>>;
  let caseId: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    people = await evidence.people();
  });
  afterAll(() => evidence.stop());
  /** The United States has filed `USA-1` for the parties alone and `USA-2` for the panel, too. */
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await evidence.fileExhibit(caseId, people.us);
    await evidence.fileExhibit(caseId, people.us, randomBytes(80), { tier: 'PANEL' });
  });

  const at = (path = ''): string => `/v1/cases/${caseId}${path}`;
  const told = async (who: string): Promise<Acts> => (await evidence.get(at('/evidence/acts'), who)).json();
  const found = async (who: string, act: string): Promise<readonly ActNow[]> =>
    (await told(who)).items.filter((each) => each.act === act);
  const hear = () =>
    evidence.hear(
      caseId,
      panelReview.PersonHeardSchema,
      { caseId, assignmentId: 'expert:US:1', personId: 'expert', heardAs: 'expert' },
      'PANEL',
    );

  it('is said for each exhibit with which it may be done, with until when', async () => {
    expect((await told(people.us)).stage).toBe('S6');
    expect(await found(people.us, 'withdrawExhibit')).toEqual(
      ['USA-1', 'USA-2'].map((number) => ({
        act: 'withdrawExhibit',
        method: 'POST',
        path: at(`/exhibits/${number}/withdrawal`),
        may: true,
        asOf: 'now',
        until: LONG_STOP,
      })),
    );
    expect(await found(people.us, 'fileExhibit')).toMatchObject([{ may: true, until: LONG_STOP }]);
    expect(await found(people.cn, 'withdrawExhibit')).toMatchObject([
      { may: false, path: at('/exhibits/{number}/withdrawal'), problem: { code: 'not-your-exhibit' } },
    ]);
  });

  it('is refused from the instant on that was told, for the reason that was told', async () => {
    evidence.time.now = LONG_STOP;
    for (const act of ['fileExhibit', 'withdrawExhibit', 'filePublicVersion'])
      expect(await found(people.us, act)).toMatchObject([{ may: false, problem: { code: 'long-stop-passed' } }]);
    expect(code(await evidence.post(at('/exhibits/USA-1/withdrawal'), people.us, { reason: 'replaced' }))).toBe(
      'long-stop-passed',
    );
    expect(code(await evidence.fileExhibit(caseId, people.us))).toBe('long-stop-passed');
  });

  it('names to the panel no exhibit and no instant that it may not know of', async () => {
    await hear();
    const asked = await told(people.member);
    expect(asked.items.filter(({ act }) => act === 'askForLoan').map(({ path }) => path)).toEqual([
      at('/exhibits/USA-2/loans'),
    ]);
    expect(JSON.stringify(asked)).not.toContain('USA-1');
    const [said] = (
      await evidence.app.inject({
        method: 'OPTIONS',
        url: at('/exhibits/USA-1/loans'),
        headers: { authorization: people.member },
      })
    ).json<{ acts: readonly ActNow[] }>().acts;
    expect(said).toMatchObject({ may: false, problem: { code: 'not-found' } });
  });

  it('is said for each loan and each translation, which two parts of a path name', async () => {
    await hear();
    const purpose = english('For question 1.');
    await evidence.post(at('/exhibits/USA-2/loans'), people.member, { assignment: 'expert:US:1', purpose });
    expect(await found(people.us, 'consentToLoan')).toMatchObject([
      { may: true, path: at('/exhibits/USA-2/loans/expert:US:1/consent') },
    ]);
    expect(await found(people.cn, 'consentToLoan')).toMatchObject([
      { may: false, problem: { code: 'not-your-exhibit' } },
    ]);
    await evidence.post(at('/exhibits/USA-2/translations'), people.us, {
      ...(await evidence.uploaded(randomBytes(60), people.us)),
      language: 'zh-Hans',
      fileName: 'translation.pdf',
      mediaType: 'application/octet-stream',
      divergences: [],
    });
    expect(await found(people.cn, 'challengeExhibitTranslation')).toMatchObject([
      { may: true, path: at('/exhibits/USA-2/translations/1/challenges') },
    ]);
    expect(await found(people.us, 'challengeExhibitTranslation')).toMatchObject([
      { may: false, problem: { code: 'your-own-translation' } },
    ]);
  });

  it('is met as it was said, whoever asks and whatever the exhibit', async () => {
    await evidence.post(at('/exhibits/USA-1/withdrawal'), people.us, { reason: 'filed-by-mistake' });
    const bodies: Readonly<Record<string, object>> = {
      addReaders: { tier: 'PANEL' },
      withdrawExhibit: { reason: 'replaced' },
      askForLoan: { assignment: 'expert:US:1', purpose: english('For question 1.') },
      handOverExhibit: exhibitBody({ uploadId: '', digest: '' }).custody,
    };
    let met = 0;
    for (const who of [people.us, people.cn, people.registry, people.member])
      for (const number of ['USA-1', 'USA-2', 'CHN-1'])
        for (const [act, [path, body]] of Object.entries({
          addReaders: ['readers', bodies['addReaders']],
          withdrawExhibit: ['withdrawal', bodies['withdrawExhibit']],
          askForLoan: ['loans', bodies['askForLoan']],
          handOverExhibit: ['custody', bodies['handOverExhibit']],
        } as const)) {
          const url = at(`/exhibits/${number}/${path}`);
          const options = await evidence.app.inject({ method: 'OPTIONS', url, headers: { authorization: who } });
          const [said] = options.json<{ acts: readonly ActNow[] }>().acts;
          if (said?.may !== false) continue;
          expect([act, number, code(await evidence.post(url, who, body ?? {}))]).toEqual([
            act,
            number,
            said.problem?.code,
          ]);
          met++;
        }
    expect(met).toBeGreaterThan(25);
  });

  it('says where the case stands when it is refused, as far as its evidence knows', async () => {
    await evidence.post(at('/exhibits/USA-1/withdrawal'), people.us, { reason: 'filed-by-mistake' });
    const again = await evidence.post(at('/exhibits/USA-1/withdrawal'), people.us, { reason: 'replaced' });
    expect(again.json()).toMatchObject({ code: 'exhibit-withdrawn', stands: { stage: 'S6' } });
  });

  it('is told to nobody who may not know of the case', async () => {
    const stranger = await evidence.bearer('cn-member', 'CN', 'panel');
    expect((await evidence.get(at('/evidence/acts'), stranger)).statusCode).toBe(404);
    caseId = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
    evidence.time.now = '2025-02-12T09:00:00.000Z' as Instant;
    expect((await evidence.get(at('/evidence/acts'), people.us)).statusCode).toBe(404);
  });
});
