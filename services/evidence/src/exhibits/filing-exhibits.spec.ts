import { randomBytes } from 'node:crypto';
import { intake } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import { code, EvidenceApp, exhibitBody, LONG_STOP, publicVersionBody, START } from '../evidence-app.fixture';

const number = (response: { json: () => unknown }): string => (response.json() as { number: string }).number;

describe('exhibits being filed over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let registry: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, registry } = await evidence.people());
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const exhibitsOf = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;
  const recorded = (caseId: string) => evidence.store.read(streamName('evidence.exhibits', caseId));
  const file = (caseId: string, bytes = randomBytes(100), more: object = {}, bearer = us) =>
    evidence.fileExhibit(caseId, bearer, bytes, more);

  it('are numbered by party, with the place where they stand', async () => {
    const caseId = await evidence.filedCase();
    const [first, theirs, second] = [
      await file(caseId),
      await file(caseId, randomBytes(9), {}, cn),
      await file(caseId),
    ];
    expect([first, theirs, second].map(number)).toEqual(['USA-1', 'CHN-1', 'USA-2']);
    expect([second.statusCode, second.headers['location']]).toEqual([201, `${exhibitsOf(caseId)}/USA-2`]);
  });

  it('are all filed or none where they are filed together, and each that cannot be is named', async () => {
    const caseId = await evidence.filedCase();
    const bodies = [];
    for (const size of [10, 20, 30]) bodies.push(exhibitBody(await evidence.uploaded(randomBytes(size), us)));
    const together = (exhibits: readonly object[]) => evidence.post(`${exhibitsOf(caseId)}/several`, us, { exhibits });
    const wrong = await together(bodies.map((body, at) => (at === 1 ? { ...body, digest: 'f'.repeat(64) } : body)));
    expect(wrong.json()).toMatchObject({ code: 'digest-differs', errors: [{ path: '/exhibits/1/digest' }] });
    const [body] = bodies;
    expect((await together([body, body] as object[])).json()).toMatchObject({
      errors: [{ path: '/exhibits/1/uploadId' }],
    });
    expect(await recorded(caseId)).toEqual([]);
    const filed = await together(bodies);
    expect([filed.statusCode, filed.json<{ exhibits: object[] }>().exhibits]).toMatchObject([
      201,
      ['USA-1', 'USA-2', 'USA-3'].map((each) => ({ number: each, extent: 'whole' })),
    ]);
  });

  it('are one when the act is sent twice, also when the upload is gone by then', async () => {
    const caseId = await evidence.filedCase();
    const body = exhibitBody(await evidence.uploaded(randomBytes(9), us));
    const key = { 'idempotency-key': 'the-same' };
    const first = await evidence.post(exhibitsOf(caseId), us, body, key);
    await evidence.database.query('DELETE FROM evidence.uploads');
    const again = await evidence.post(exhibitsOf(caseId), us, body, key);
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(code(await evidence.post(exhibitsOf(caseId), us, { ...body, tier: 'PUBLIC' }, key))).toBe(
      'idempotency-key-reused',
    );
  });

  it('have one number each when many are filed at once', async () => {
    const caseId = await evidence.filedCase();
    const filed = await Promise.all(Array.from({ length: 6 }, () => file(caseId)));
    expect(filed.map(number).sort()).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `USA-${serial}`));
  });

  const cases: readonly (readonly [string, object, string, string])[] = [
    ['a path as its name', { fileName: '../../x' }, '/fileName', 'wrong-form'],
    ['a backslash in its name', { fileName: 'a\\b' }, '/fileName', 'wrong-form'],
    ['a name that is none', { fileName: '..' }, '/fileName', 'wrong-form'],
    ['a hidden name', { fileName: '.profile' }, '/fileName', 'wrong-form'],
    ['a control character in its name', { fileName: 'a\u0000b' }, '/fileName', 'control-character'],
    ['a right-to-left override in its name', { fileName: 'a\u202egpj.exe' }, '/fileName', 'bidi-control'],
    ['an empty name', { fileName: '' }, '/fileName', 'empty'],
    ['a name that is too long', { fileName: 'x'.repeat(81) }, '/fileName', 'too-long'],
    ['no media type', { mediaType: undefined }, '/mediaType', 'required'],
    ['a media type with a line break', { mediaType: 'text/html\r\nset-cookie: x' }, '/mediaType', 'control-character'],
    ['a tier of deliberation', { tier: 'DELIBERATION' }, '/tier', 'not-one-of'],
    ['an unknown field', { secret: true }, '/secret', 'unknown-field'],
    [
      'a date that does not exist',
      { custody: { from: 'a', to: 'b', at: '2025-02-30T10:00:00Z', purpose: 'c' } },
      '/custody/at',
      'not-an-instant',
    ],
    ['an upload id that is none', { uploadId: '../x' }, '/uploadId', 'not-a-uuid'],
    ['another digest than the upload', { digest: 'f'.repeat(64) }, '/digest', 'digest-differs'],
    [
      'an upload that does not exist',
      { uploadId: '00000000-0000-4000-8000-000000000000' },
      '/uploadId',
      'upload-unknown',
    ],
    ['a claim that is not there', { claims: ['C9'] }, '/claims/0', 'unknown-claim'],
    [
      'a public version though it is public',
      { tier: 'PUBLIC', publicVersion: publicVersionBody() },
      '/publicVersion',
      'exhibit-is-public',
    ],
  ];
  it.each(cases)('are refused with %s, and leave no trace', async (_what, more, at, expected) => {
    const caseId = await evidence.registeredCase();
    const before = (await recorded(caseId)).length;
    const response = await file(caseId, randomBytes(10), more);
    const problem = response.json<{ errors: { path: string; code: string }[] }>();
    expect(response.statusCode === 422 || response.statusCode === 409).toBe(true);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path: at, code: expected }));
    expect((await recorded(caseId)).length).toBe(before);
  });

  it('are refused as what they are not, and taken of the same upload as what they are', async () => {
    const caseId = await evidence.registeredCase();
    const photo = await evidence.uploaded(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(50)]), us);
    const as = (mediaType: string, language = 'en') =>
      evidence.post(exhibitsOf(caseId), us, exhibitBody(photo, { mediaType }), { 'accept-language': language });
    for (const mediaType of ['application/pdf', 'image/png', 'text/plain']) {
      expect((await as(mediaType)).json()).toMatchObject({
        status: 422,
        code: 'content-not-its-type',
        errors: [{ path: '/mediaType' }],
      });
    }
    expect((await as('application/pdf', 'zh-Hans')).json<{ detail: string }>().detail).toContain('媒体类型');
    expect((await recorded(caseId)).length).toBe(0);
    expect((await as('image/jpeg')).json()).toMatchObject({ file: { mediaType: 'image/jpeg' } });
  });

  it.each([
    ['a PDF of which a page of a mail stands before its header', 'application/pdf', 'Date: today\r\n\r\n%PDF-1.4\n'],
    ['a text in another encoding than UTF-8', 'text/csv', '\u00b9\u00d8\u00cb\u00b0;\u00ca\u00fd'],
    ['a type of which nothing is known', 'image/tiff', '%PDF-1.4'],
  ])('are taken where in doubt: %s', async (_what, mediaType, bytes) => {
    const caseId = await evidence.registeredCase();
    const response = await file(caseId, Buffer.from(bytes, 'latin1'), { mediaType });
    expect(response.statusCode).toBe(201);
  });

  it("cannot be made of the other party's upload", async () => {
    const caseId = await evidence.registeredCase();
    const response = await evidence.post(
      exhibitsOf(caseId),
      us,
      exhibitBody(await evidence.uploaded(randomBytes(5), cn)),
    );
    expect([response.statusCode, code(response)]).toEqual([422, 'upload-unknown']);
  });

  it('need a desk, a case that is there, and time', async () => {
    const caseId = await evidence.registeredCase();
    expect((await file(caseId, randomBytes(9), {}, registry)).statusCode).toBe(403);
    expect((await file('00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
    expect((await file('not-an-id')).statusCode).toBe(400);
    evidence.time.now = LONG_STOP;
    expect(code(await file(caseId, randomBytes(9), { custody: { from: 'a', to: 'b', at: START, purpose: 'c' } }))).toBe(
      'long-stop-passed',
    );
  });

  it('are refused after the screening has ended', async () => {
    const caseId = await evidence.registeredCase();
    await evidence.hear(caseId, intake.ScreeningEndedSchema, { caseId, outcome: 'withdrawn' });
    expect(code(await file(caseId))).toBe('screening-ended');
    await evidence.hear(caseId, intake.LapseSetAsideSchema, { caseId });
    expect((await file(caseId)).statusCode).toBe(201);
  });

  it('honour If-Match', async () => {
    const caseId = await evidence.registeredCase();
    const etag = (await evidence.get(exhibitsOf(caseId), us)).headers['etag'] ?? '';
    const body = exhibitBody(await evidence.uploaded(randomBytes(9), us));
    await file(caseId);
    expect((await evidence.post(exhibitsOf(caseId), us, body, { 'if-match': etag })).statusCode).toBe(412);
  });
});
