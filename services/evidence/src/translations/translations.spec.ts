import { randomBytes } from 'node:crypto';
import { intake } from '@parley/contracts';
import { plusMillis, type Instant } from '@parley/kernel';
import { code, english, EvidenceApp, START } from '../evidence-app.fixture';

interface Shown {
  readonly translations: readonly {
    readonly n: number;
    readonly late: boolean;
    readonly challenges: readonly { readonly answer: unknown }[];
  }[];
  readonly translationsDue: readonly {
    readonly language: string;
    readonly missing: boolean;
    readonly deadline: { readonly dueAt: Instant } | null;
  }[];
}

/** A kind of original: its place in a case, how the United States files it, and how it is read. */
interface Translated {
  readonly at: string;
  readonly kind: string;
  readonly bring: (evidence: EvidenceApp, caseId: string, us: string) => Promise<unknown>;
  readonly read: (evidence: EvidenceApp, caseId: string, us: string) => Promise<Shown>;
}

const EXHIBIT: Translated = {
  at: 'exhibits/USA-1',
  kind: 'exhibit',
  bring: (evidence, caseId, us) => evidence.fileExhibit(caseId, us),
  read: async (evidence, caseId, us) => (await evidence.get(`/v1/cases/${caseId}/exhibits/USA-1`, us)).json<Shown>(),
};
const DOCUMENT: Translated = {
  at: 'documents/reply',
  kind: 'document',
  bring: (evidence, caseId) =>
    evidence.hear(caseId, intake.ReplyServedSchema, {
      caseId,
      counterStatements: [{ claimId: 'C1', statement: english('x') }],
    }),
  read: async (evidence, caseId, us) =>
    (await evidence.get(`/v1/cases/${caseId}/documents`, us)).json<{ items: [Shown] }>().items[0],
};

describe.each([
  ['an exhibit', EXHIBIT],
  ['what a party wrote in the case', DOCUMENT],
])('translations of %s over HTTP', (_what, { at, kind, bring, read }) => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let member: string;
  let caseId: string;
  let translations: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, member } = await evidence.people());
  });
  afterAll(() => evidence.stop());
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await bring(evidence, caseId, us);
    translations = `/v1/cases/${caseId}/${at}/translations`;
  });

  const translate = async (bytes = randomBytes(60), more: object = {}, bearer = us) =>
    evidence.post(translations, bearer, {
      ...(await evidence.uploaded(bytes, bearer)),
      ...{ fileName: 'notice-zh.pdf', mediaType: 'application/octet-stream', language: 'zh-Hans', divergences: [] },
      ...more,
    });
  const challenge = { passages: [{ place: 'page 1', proposed: '应当' }] };

  it(
    'are due from it, filed with their divergences, challenged and answered side by side, ' +
      'and read by who reads it',
    async () => {
      expect((await read(evidence, caseId, us)).translationsDue).toMatchObject([
        { language: 'zh-Hans', missing: false, deadline: { dueAt: '2025-02-27T16:00:00.000Z' } },
      ]);

      const bytes = randomBytes(70);
      const divergences = [{ place: 'page 1', note: english('No equal word') }];
      expect((await translate(bytes, { divergences })).json()).toMatchObject({
        translations: [{ n: 1, late: false, divergences }],
      });
      expect((await evidence.post(`${translations}/1/challenges`, cn, challenge)).statusCode).toBe(200);
      const answered = await evidence.post(`${translations}/1/challenges/1/answer`, us, {
        answer: english('Faithful.'),
      });
      expect(answered.json<Shown>().translations[0]?.challenges).toMatchObject([
        { party: 'CN', answer: { text: [{ text: 'Faithful.' }] } },
      ]);

      expect((await evidence.get(`${translations}/1/content`, cn, { 'parley-purpose': 'Study' })).rawPayload).toEqual(
        bytes,
      );
      expect((await evidence.get(`${translations}/1/content`, member)).statusCode).toBe(404);
      expect(code(await evidence.get(`${translations}/2/content`, cn))).toBe('unknown-translation');
    },
  );

  it('are missing by themselves when their time has passed, though nobody acts, and late after it', async () => {
    const dueAt = (await read(evidence, caseId, us)).translationsDue[0]?.deadline?.dueAt ?? START;
    await evidence.service.idle();
    evidence.time.now = plusMillis(dueAt, -1);
    await evidence.fireDue();
    expect((await read(evidence, caseId, us)).translationsDue).toMatchObject([{ missing: false }]);
    evidence.time.now = dueAt;
    await evidence.fireDue();
    expect((await read(evidence, caseId, us)).translationsDue).toEqual([
      { language: 'zh-Hans', missing: true, deadline: null },
    ]);
    expect((await translate()).json<Shown>().translations).toMatchObject([{ late: true }]);
  });

  it(
    'are refused by the wrong side, with unknown fields, into its own language, to a stale ' +
      'revision, and of another case',
    async () => {
      await translate();
      expect(code(await translate(randomBytes(9), {}, cn))).toBe(`not-your-${kind}`);
      expect((await translate(randomBytes(9), {}, member)).statusCode).toBe(403);
      expect((await translate(randomBytes(9), { approved: true })).statusCode).toBe(422);
      expect(code(await translate(randomBytes(9), { language: 'en' }))).toBe('translation-into-own-language');
      expect(code(await evidence.post(`${translations}/1/challenges`, us, challenge))).toBe('your-own-translation');
      expect(code(await evidence.post(`${translations}/2/challenges`, cn, challenge))).toBe('unknown-translation');
      expect((await evidence.post(`${translations}/1/challenges`, member, challenge)).statusCode).toBe(403);
      expect(
        (await evidence.post(`${translations}/1/challenges`, cn, challenge, { 'if-match': '"0"' })).statusCode,
      ).toBe(412);
      translations = `/v1/cases/${await evidence.registeredCase()}/${at}/translations`;
      expect(code(await translate())).toBe(`unknown-${kind}`);
    },
  );
});
