import { createHash } from 'node:crypto';
import { canonicalJson } from '@parley/kernel';
import {
  bodySchemaOf,
  declaredCodes,
  readDocument,
  routesOf,
  type ApiDocument,
  type Route,
} from '../support/api-document';
import { REVIEWED_FROM, stageReviews, words, type ReviewedCases } from '../support/cases-under-review';
import type { Answer, Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { exampleOf } from '../support/example-body';
import { uploadBytes } from '../support/file-exhibit';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal } from '../support/problem';
import { recordSnapshot } from '../support/record-snapshot';
import { wtoCase } from '../support/wto-case';

const USERS = [
  'cn-desk',
  'us-desk',
  'us-registry',
  'us-cohead',
  'us-panel-1',
  'us-panel-2',
  'us-panel-3',
  'operator',
  'expert',
  'third-party',
  'conciliator',
] as const;
type User = (typeof USERS)[number];
type Stage = keyof ReviewedCases;

const DIGEST = '0'.repeat(64);
/** Stands for a body made of the document’s examples: the act is out of place, whatever it says. */
const EXAMPLE = 'example';
const CAME = { channel: 'Note handed over at the seat', cameAt: '2025-02-21T15:45:00+01:00' };
const POSTED = Buffer.from('What came by post');
const PAPER = { ...CAME, original: createHash('sha256').update(POSTED).digest('hex') };
const reason = { en: 'The same duties.', 'zh-Hans': '同一关税。' };
const whole = constructedGrievance(wtoCase(633));
const [claim] = whole.claims;
const supplemented = { ...whole, claims: [...whole.claims, { ...claim, id: 'C7', provision: 'XI:1' }] };
const certified = (grievance: object) => ({
  grievance,
  certification: { digest: createHash('sha256').update(canonicalJson(grievance)).digest('hex') },
});
const amended = (kind: string, grievance: object) => ({ kind, ...certified(grievance) });

const correction = (measure: string) => ({ measure, field: 'number', was: 'EO 1', becomes: 'EO 2', reason });

type Body = object | typeof EXAMPLE | ((cases: ReviewedCases) => object);

/**
 * Acts that change, examine or settle a case, where they are out of place. Those of composing and deciding are in
 * bad-acts.spec.ts.
 */
describe('an act in a case under way', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: ReviewedCases;
  let clients: Readonly<Record<User, Client>>;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: REVIEWED_FROM, env: { PARLEY_HOSTILE_SEED: '6' } });
    document = await readDocument(parley.url);
    clients = await clientsOf(parley.url, ...USERS);
    cases = await stageReviews(parley.url);
    await uploadBytes(clients['us-registry'], Uint8Array.from(POSTED));
  }, 300_000);
  afterAll(() => parley.stop());

  const pathOf = (stage: Stage, act: string): string => `/v1/cases/${cases[stage]}/${act}`;
  const routeOf = (act: string): Route => {
    const isIt = ({ method, path }: Route): boolean =>
      method === 'POST' &&
      new RegExp(`^${path.replace('/v1/cases/{caseId}/', '').replace(/\{\w+\}/g, '[^/]+')}$`).test(act);
    const route = routesOf(document).find(isIt);
    if (!route) throw new RangeError(`the document has no ${act}`);
    return route;
  };
  const bodyOf = (act: string, body: Body): unknown => {
    if (body !== EXAMPLE) return typeof body === 'function' ? body(cases) : body;
    const schema = bodySchemaOf(routeOf(act));
    return schema ? exampleOf(document, schema) : {};
  };
  const refused = (answer: Answer, act: string, status: number, code: string, rule: string): void => {
    expect(faultsOfRefusal(answer)).toEqual([]);
    expect(answer.body).toMatchObject({ status, code, rule });
    expect(declaredCodes(document, 'POST', routeOf(act).path, status)).toContain(code);
  };

  describe('out of place', () => {
    let before: readonly string[];
    beforeAll(async () => {
      before = await recordSnapshot(parley.url);
    });
    afterAll(async () => {
      expect(await recordSnapshot(parley.url)).toEqual(before);
    });

    it.each<readonly [string, User, Stage, string, Body, number, string, string]>([
      [
        'an amendment by the respondent',
        'us-desk',
        'reviewing',
        'amendments',
        amended('supplement', supplemented),
        403,
        'not-your-side',
        'I-24',
      ],
      [
        'an amendment that changes nothing',
        'cn-desk',
        'reviewing',
        'amendments',
        amended('replacement', whole),
        422,
        'amendment-changes-nothing',
        'I-24',
      ],
      [
        'a supplement that adds nothing',
        'cn-desk',
        'reviewing',
        'amendments',
        amended('supplement', whole),
        422,
        'supplement-adds-nothing',
        'I-24',
      ],
      [
        'an amendment over another digest',
        'cn-desk',
        'reviewing',
        'amendments',
        { ...amended('supplement', supplemented), certification: { digest: DIGEST } },
        422,
        'certification-digest-differs',
        'I-04',
      ],
      [
        'an amendment after the end',
        'cn-desk',
        'issued',
        'amendments',
        amended('supplement', supplemented),
        409,
        'screening-ended',
        'I-26',
      ],
      [
        'a late supplement proposed by the respondent',
        'us-desk',
        'reviewing',
        'supplements',
        certified(supplemented),
        403,
        'not-your-side',
        'I-24',
      ],
      [
        'a correction by the respondent',
        'us-desk',
        'reviewing',
        'corrections',
        correction('M1'),
        403,
        'not-your-side',
        'I-24',
      ],
      [
        'a correction of a measure that is not there',
        'cn-desk',
        'reviewing',
        'corrections',
        correction('M99'),
        422,
        'no-such-measure',
        'I-24',
      ],
      [
        'a correction after the end',
        'cn-desk',
        'issued',
        'corrections',
        correction('M1'),
        409,
        'screening-ended',
        'I-26',
      ],
      [
        'an answer to no amendment',
        'us-desk',
        'reviewing',
        'amendments/S1/reply',
        { counterStatements: [{ claim: 'C1', statement: words('No.') }] },
        404,
        'unknown-amendment',
        'I-24',
      ],
      [
        'a joinder by the complainant',
        'cn-desk',
        'reviewing',
        'joinders',
        certified(supplemented),
        403,
        'not-your-side',
        'I-24',
      ],
      [
        'a withdrawal of the other side’s claims',
        'us-desk',
        'reviewing',
        'claims/withdrawals',
        { claims: ['C1'] },
        422,
        'claim-not-held',
        'I-30',
      ],
      [
        'a withdrawal of a claim that there is not',
        'cn-desk',
        'reviewing',
        'claims/withdrawals',
        { claims: ['C9'] },
        422,
        'claim-not-held',
        'I-30',
      ],
      [
        'a withdrawal of claims after the end',
        'cn-desk',
        'issued',
        'claims/withdrawals',
        { claims: ['C1'] },
        409,
        'screening-ended',
        'I-26',
      ],
      [
        'an extension of a deadline that does not run',
        'us-desk',
        'reviewing',
        'extensions',
        { deadline: 'reply', by: 5, reason },
        422,
        'no-such-deadline',
        'I-20',
      ],
      [
        'an extension beyond the maximum',
        'us-desk',
        'nominating',
        'extensions',
        { deadline: 'reply', by: 500, reason },
        409,
        'extension-too-long',
        'I-20',
      ],
      [
        'an extension of the long-stop by a co-head',
        'us-cohead',
        'reviewing',
        'extensions',
        { deadline: 'long-stop', by: 30, reason },
        403,
        'both-parties-only',
        'I-20',
      ],
      [
        'an extension after the end',
        'us-desk',
        'issued',
        'extensions',
        { deadline: 'long-stop', by: 30, reason },
        422,
        'no-such-deadline',
        'I-20',
      ],
      [
        'a signature of no proposal',
        'us-desk',
        'reviewing',
        'proposals/proposal:1/signatures',
        { digest: DIGEST },
        404,
        'unknown-proposal',
        'I-04',
      ],
      ['a suspension after the end', 'us-desk', 'issued', 'suspensions', { reason }, 409, 'screening-ended', 'I-26'],
      [
        'a suspension of more than twelve months',
        'us-desk',
        'reviewing',
        'suspensions',
        { reason, until: '2028-01-03' },
        422,
        'suspension-end-out-of-range',
        'S11',
      ],
      ['a resumption of what goes on', 'us-desk', 'reviewing', 'resumptions', { reason }, 409, 'not-suspended', 'S11'],
      ['a reopening of what goes on', 'us-desk', 'reviewing', 'reopenings', { reason }, 409, 'not-ended', 'I-26'],
      ['a reopening of findings', 'us-desk', 'issued', 'reopenings', { reason }, 409, 'outcome-is-final', 'I-26'],
      [
        'a complex track after the end',
        'us-desk',
        'issued',
        'complex-track',
        { reason },
        409,
        'screening-ended',
        'I-26',
      ],
      [
        'a consolidation of a case with itself',
        'us-desk',
        'reviewing',
        'consolidations',
        ({ reviewing }) => ({ reason, cases: [{ case: reviewing }] }),
        422,
        'no-case-to-consolidate',
        'I-31',
      ],
      [
        'a consolidation with a case that has ended',
        'us-desk',
        'reviewing',
        'consolidations',
        ({ issued }) => ({ reason, cases: [{ case: issued }] }),
        422,
        'no-case-to-consolidate',
        'I-31',
      ],
      [
        'an undoing of no consolidation',
        'us-desk',
        'reviewing',
        'consolidations/undoing',
        { reason },
        409,
        'not-consolidated',
        'I-31',
      ],
      [
        'a refusal of urgency that nobody claimed',
        'us-cohead',
        'reviewing',
        'urgency/refusals',
        { digest: DIGEST },
        409,
        'not-urgent',
        'urgent',
      ],
      ['a draft from a case that goes on', 'cn-desk', 'reviewing', 'drafts', EXAMPLE, 409, 'not-ended', 'I-26'],
      [
        'a call after consultations',
        'us-desk',
        'reviewing',
        'calls',
        { proposedFor: '2026-06-01T09:00:00Z' },
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'another time for no call',
        'us-desk',
        'nominating',
        'calls/call:9/times',
        { proposedFor: '2026-04-08T09:00:00Z' },
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'an escalation after consultations',
        'us-desk',
        'reviewing',
        'consultations/escalations',
        EXAMPLE,
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'a conclusion before consultations',
        'us-desk',
        'nominating',
        'consultations/conclusion',
        EXAMPLE,
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'minutes of no call',
        'us-desk',
        'reviewing',
        'consultations/minutes',
        { callId: 'call:1', text: words('Nothing.') },
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'a signature of no minutes',
        'us-desk',
        'reviewing',
        'consultations/minutes/minutes:1/signatures',
        { digest: DIGEST },
        409,
        'not-in-consultations',
        'S5',
      ],
      [
        'a consent to no statement',
        'us-desk',
        'reviewing',
        'without-prejudice/statement:1/consents',
        { digest: DIGEST },
        404,
        'unknown-statement',
        'I-45',
      ],
      [
        'an answer to no request for a summary',
        'us-desk',
        'reviewing',
        'summaries/summary:US:1/answer',
        EXAMPLE,
        404,
        'unknown-summary-request',
        'addressing',
      ],
      [
        'a reply by another channel whose original nobody uploaded',
        'us-registry',
        'reviewing',
        'reply',
        {
          ...{ position: 'accepts', objections: [], reservation: [], counterStatements: [] },
          received: { ...CAME, original: DIGEST },
        },
        422,
        'late-entry-original-missing',
        'I-67',
      ],
      [
        'a withdrawal by another channel',
        'cn-desk',
        'reviewing',
        'withdrawal',
        { received: { ...CAME, original: DIGEST } },
        422,
        'never-entered-late',
        'I-67',
      ],
      ...['', 'panel/', 'evidence/', 'settlement/'].map(
        (part): readonly [string, User, Stage, string, Body, number, string, string] => [
          `an answer to no late entry at ${part}`,
          'us-registry',
          'reviewing',
          `${part}late-entries/7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11/answer`,
          { verdict: 'confirmed', original: DIGEST, reason: [] },
          404,
          'unknown-late-entry',
          'I-67',
        ],
      ),
      [
        'a view of urgency on the standard track',
        'us-panel-1',
        'reviewing',
        'panel/urgency',
        { verdict: 'confirmed' },
        409,
        'not-on-urgent-track',
        'urgent',
      ],
      [
        'a request for information by who does not chair',
        'us-panel-2',
        'reviewing',
        'panel/information-requests',
        EXAMPLE,
        403,
        'not-a-co-chair',
        'I-03',
      ],
      [
        'a request for information by who does not sit',
        'us-panel-3',
        'reviewing',
        'panel/information-requests',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a request for information before the review',
        'us-panel-1',
        'nominating',
        'panel/information-requests',
        EXAMPLE,
        403,
        'not-seated',
        'I-08',
      ],
      [
        'a request for information after the interim text',
        'us-panel-1',
        'deciding',
        'panel/information-requests',
        EXAMPLE,
        409,
        'not-in-review',
        'S7',
      ],
      [
        'an answer to no request for information',
        'us-desk',
        'reviewing',
        'panel/information-requests/request:1/answers',
        EXAMPLE,
        404,
        'unknown-request',
        'S7',
      ],
      [
        'a third party let in by who does not chair',
        'us-panel-2',
        'reviewing',
        'panel/third-parties',
        EXAMPLE,
        403,
        'not-a-co-chair',
        'I-03',
      ],
      [
        'a note of no third party',
        'us-registry',
        'reviewing',
        'panel/third-parties/third-party:1/notes',
        { note: words('We pay it.'), received: PAPER },
        404,
        'unknown-third-party',
        'S7',
      ],
      [
        'a list of experts after the review',
        'us-desk',
        'deciding',
        'panel/expert-lists',
        EXAMPLE,
        409,
        'not-in-review',
        'S7',
      ],
      [
        'a choice of no expert',
        'us-panel-1',
        'reviewing',
        'panel/experts/expert:US:1/choices',
        EXAMPLE,
        422,
        'unknown-expert',
        'S7',
      ],
      [
        'a report of no expert',
        'us-registry',
        'reviewing',
        'panel/experts/expert:US:1/reports',
        { report: words('A third.'), exhibits: [], received: PAPER },
        404,
        'expert-not-taken',
        'S7',
      ],
      [
        'a report by an expert whom no panel asked',
        'expert',
        'reviewing',
        'panel/assignments/expert:US:1/report',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a disclosure by an expert whom no panel asked',
        'expert',
        'reviewing',
        'panel/assignments/expert:US:1/disclosure',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a note by a third party whom no panel hears',
        'third-party',
        'reviewing',
        'panel/assignments/third-party:1/notes',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a comment on no material',
        'us-desk',
        'reviewing',
        'panel/materials/answer:1/comments',
        EXAMPLE,
        404,
        'unknown-material',
        'S7',
      ],
      [
        'a notice of delay by who does not chair',
        'us-panel-2',
        'reviewing',
        'panel/delays',
        EXAMPLE,
        403,
        'not-a-co-chair',
        'I-03',
      ],
      [
        'a meeting on no interim text',
        'us-desk',
        'reviewing',
        'panel/interim/meeting-requests',
        EXAMPLE,
        409,
        'no-interim-to-comment',
        'S8',
      ],
      [
        'being done with no interim text',
        'us-desk',
        'reviewing',
        'panel/interim/done',
        EXAMPLE,
        409,
        'no-interim-to-comment',
        'S8',
      ],
      [
        'an extension of a clock of the panel that does not run',
        'us-desk',
        'reviewing',
        'panel/extensions',
        { deadline: 'findings', by: 5, reason },
        404,
        'no-such-deadline',
        'I-20',
      ],
      [
        'a signature of no extension',
        'us-desk',
        'reviewing',
        'panel/extensions/extension:1/signatures',
        { digest: DIGEST },
        404,
        'unknown-extension',
        'I-20',
      ],
      [
        'a withdrawal of the other side’s exhibit',
        'us-desk',
        'reviewing',
        'exhibits/CHN-1/withdrawal',
        EXAMPLE,
        403,
        'not-your-exhibit',
        'I-42',
      ],
      [
        'a withdrawal of no exhibit',
        'cn-desk',
        'deciding',
        'exhibits/CHN-1/withdrawal',
        EXAMPLE,
        404,
        'unknown-exhibit',
        'I-43',
      ],
      [
        'other readers of the other side’s exhibit',
        'us-desk',
        'reviewing',
        'exhibits/CHN-1/readers',
        EXAMPLE,
        403,
        'not-your-exhibit',
        'I-42',
      ],
      [
        'a loan to nobody whom the panel hears',
        'us-panel-1',
        'reviewing',
        'exhibits/CHN-1/loans',
        EXAMPLE,
        422,
        'not-heard-here',
        'I-42',
      ],
      ['a loan of no exhibit', 'us-registry', 'reviewing', 'exhibits/CHN-9/loans', EXAMPLE, 404, 'not-found', 'I-43'],
      ['a loan after the review', 'us-registry', 'issued', 'exhibits/CHN-1/loans', EXAMPLE, 409, 'hearing-over', 'S7'],
      [
        'a consent to a loan that nobody asked for',
        'cn-desk',
        'reviewing',
        'exhibits/CHN-1/loans/expert:US:1/consent',
        {},
        404,
        'unknown-loan',
        'I-43',
      ],
      [
        'a signature of a loan that nobody asked for',
        'us-cohead',
        'reviewing',
        'exhibits/CHN-1/loans/expert:US:1/signatures',
        { digest: DIGEST },
        404,
        'unknown-loan',
        'I-43',
      ],
      [
        'an end of no loan',
        'us-registry',
        'reviewing',
        'exhibits/CHN-1/loans/expert:US:1/end',
        {},
        404,
        'unknown-loan',
        'I-43',
      ],
      [
        'a challenge of no translation',
        'us-desk',
        'reviewing',
        'exhibits/CHN-1/translations/1/challenges',
        EXAMPLE,
        404,
        'unknown-translation',
        'I-43',
      ],
      [
        'a translation of no document',
        'us-desk',
        'reviewing',
        'documents/letter:US:9/translations',
        EXAMPLE,
        404,
        'unknown-document',
        'I-43',
      ],
      [
        'a challenge of the translation of no document',
        'us-desk',
        'reviewing',
        'documents/letter:US:9/translations/1/challenges',
        EXAMPLE,
        404,
        'unknown-document',
        'I-43',
      ],
      [
        'an answer to no challenge of a document’s translation',
        'us-desk',
        'reviewing',
        'documents/letter:US:9/translations/1/challenges/1/answer',
        EXAMPLE,
        404,
        'unknown-document',
        'I-43',
      ],
      [
        'a signature of no settlement',
        'us-desk',
        'reviewing',
        'settlement/texts/1/signatures',
        { digest: DIGEST },
        404,
        'no-such-text',
        'S10',
      ],
      [
        'a pick of a conciliator where nobody conciliates',
        'us-desk',
        'reviewing',
        'settlement/conciliators',
        EXAMPLE,
        409,
        'no-conciliation-under-way',
        'S10',
      ],
      [
        'an acceptance by a conciliator whom nobody picked',
        'conciliator',
        'reviewing',
        'settlement/conciliators/acceptances',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'a proposal by a conciliator whom nobody picked',
        'conciliator',
        'reviewing',
        'settlement/conciliators/proposals',
        EXAMPLE,
        404,
        'not-found',
        'I-43',
      ],
      [
        'an acceptance of no conciliation',
        'us-desk',
        'reviewing',
        'settlement/conciliations/1/acceptances',
        EXAMPLE,
        404,
        'no-such-conciliation',
        'S10',
      ],
      [
        'a transmission of a dossier that is not issued',
        'cn-desk',
        'issued',
        'referral/dossiers/1/transmissions',
        EXAMPLE,
        409,
        'dossier-not-issued',
        'S12',
      ],
      [
        'a transmission by the respondent',
        'us-desk',
        'issued',
        'referral/dossiers/1/transmissions',
        EXAMPLE,
        403,
        'dossier-of-the-other-party',
        'S12',
      ],
      [
        'a notice served again that never was',
        'us-registry',
        'reviewing',
        'service/7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11/again',
        EXAMPLE,
        404,
        'notice-not-found',
        'I-58',
      ],
    ])('is %s, and leaves no trace', async (_what, user, stage, act, body, status, code, rule) => {
      refused(await clients[user].post(pathOf(stage, act), bodyOf(act, body)), act, status, code, rule);
    });
  });

  describe('that needs both', () => {
    const signing = 'proposals/proposal:1/signatures';
    let digest = '';
    let etag = '';
    beforeAll(async () => {
      const proposed = await clients['us-desk'].act<{ items: readonly [{ digest: string }] }>(
        pathOf('broken', 'extensions'),
        { deadline: 'long-stop', by: 30, reason },
      );
      [digest, etag] = [proposed.body.items[0].digest, proposed.etag ?? ''];
    });

    it('is not signed in another case, though the proposal has the same name there', async () => {
      await clients['us-desk'].act(pathOf('interim', 'complex-track'), { reason });
      refused(
        await clients['cn-desk'].post(pathOf('interim', signing), { digest }),
        signing,
        422,
        'digest-differs',
        'I-04',
      );
      refused(
        await clients['cn-desk'].post(pathOf('reviewing', signing), { digest }),
        signing,
        404,
        'unknown-proposal',
        'I-04',
      );
    });

    it(
      'is not signed by the side that proposes, by a co-head where the parties decide, ' + 'or over another digest',
      async () => {
        refused(
          await clients['us-desk'].post(pathOf('broken', signing), { digest }),
          signing,
          403,
          'own-proposal',
          'I-04',
        );
        expect((await clients['us-cohead'].post(pathOf('broken', signing), { digest })).status).toBe(403);
        refused(
          await clients['cn-desk'].post(pathOf('broken', signing), { digest: DIGEST }),
          signing,
          422,
          'digest-differs',
          'I-04',
        );
      },
    );

    it('is not signed on what has changed since: a claim was withdrawn meanwhile', async () => {
      await clients['cn-desk'].act(pathOf('broken', 'claims/withdrawals'), { claims: ['C2'] });
      const stale = await clients['cn-desk'].post(pathOf('broken', signing), { digest }, { ifMatch: etag });
      expect(faultsOfRefusal(stale)).toEqual([]);
      expect(stale.body).toMatchObject({ status: 412, code: 'stale' });
    });

    it('is signed once, and no more: the same key is the same act, another one is refused', async () => {
      const first = await clients['cn-desk'].act(pathOf('broken', signing), { digest }, { key: 'sign' });
      // A move of the clock answers once everything that follows from the act has been done.
      await clients.operator.act('/v1/demonstration-clock', { to: '2026-04-02T10:00:00+02:00' });
      const once = await recordSnapshot(parley.url);
      expect(await clients['cn-desk'].post(pathOf('broken', signing), { digest }, { key: 'sign' })).toMatchObject({
        status: first.status,
      });
      refused(
        await clients['cn-desk'].post(pathOf('broken', signing), { digest }),
        signing,
        409,
        'proposal-closed',
        'I-04',
      );
      refused(
        await clients['us-desk'].post(pathOf('broken', 'extensions'), { deadline: 'long-stop', by: 31, reason }),
        'extensions',
        409,
        'extension-too-long',
        'I-20',
      );
      expect(await recordSnapshot(parley.url)).toEqual(once);
    });
  });
});
