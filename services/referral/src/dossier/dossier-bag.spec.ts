import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { parseManifest } from '@parley/blobs';
import { evidence } from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import {
  caseId,
  findingsServed,
  docketNumber,
  finalFindings,
  lapse,
  order,
  publicEvent,
  spreadsheet,
  untilSilence,
} from './dossier-story.fixture';
import { packedDossier, storedExhibits } from './packed-dossier.fixture';
import { smallCheckpoint } from './small-checkpoint.fixture';
import { unpacked } from './unpacked.fixture';

const bagOf = async (blobs = storedExhibits(), assembled = order()) =>
  unpacked(await packedDossier(await blobs, assembled));

const textIn = (files: ReadonlyMap<string, Buffer>, path: string): string =>
  files.get(path)?.toString('utf8') ?? `no ${path}`;

describe('a dossier', () => {
  let files: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    files = await bagOf();
  });

  it('is a bag whose manifests name every file with its digest', async () => {
    for (const [manifest, hash] of [
      ['manifest-sha256.txt', 'sha256'],
      ['manifest-sha512.txt', 'sha512'],
      ['tagmanifest-sha256.txt', 'sha256'],
      ['tagmanifest-sha512.txt', 'sha512'],
    ] as const) {
      const lines = parseManifest(textIn(files, manifest));
      expect(lines.length).toBeGreaterThan(5);
      for (const { path, digest } of lines)
        expect([
          path,
          createHash(hash)
            .update(files.get(path) ?? '')
            .digest('hex'),
        ]).toEqual([path, digest]);
    }
    const payload = [...files.keys()].filter((path) => path.startsWith('data/'));
    expect(parseManifest(textIn(files, 'manifest-sha256.txt')).map(({ path }) => path)).toEqual(payload.toSorted());
    expect(textIn(files, 'bag-info.txt')).toContain(
      'Payload-Oxum: ' +
        `${String(payload.reduce((sum, path) => sum + (files.get(path)?.byteLength ?? 0), 0))}.${String(payload.length)}`,
    );
  });

  it('holds each document as JSON, HTML and PDF/A', async () => {
    const names = [...files.keys()].filter((path) => path.startsWith('data/documents/'));
    expect(names).toHaveLength(33);
    expect(textIn(files, 'data/documents/08-findings.pdf')).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(textIn(files, 'data/documents/02-request-for-consultations.html')).toContain('&lt;alone&gt; &amp; no other');
  });

  it('says on which exhibits findings rest, and shows the votes whose members chose so', async () => {
    const told = await bagOf(undefined, order({ events: [...untilSilence, findingsServed, finalFindings] }));
    expect(JSON.parse(textIn(told, 'data/documents/08-findings.json'))).toMatchObject({
      findings: [
        { claim: 'C1', exhibits: ['CHN-1'], attributedVotes: [{ member: 'cn-panel-1', vote: 'substantiated' }] },
        {
          claim: 'C2',
          statements: [
            { side: 'CN', exhibits: ['CHN-2'] },
            { side: 'US', exhibits: [] },
          ],
          attributedVotes: [],
        },
      ],
    });
    const page = textIn(told, 'data/documents/08-findings.html');
    for (const words of ['CHN-1', 'CHN-2', 'cn-panel-1']) expect(page).toContain(words);
  });

  it('built twice is the same bytes (I-51)', async () => {
    const first = await packedDossier(await storedExhibits());
    const second = await packedDossier(
      await storedExhibits(),
      order({ events: [finalFindings, findingsServed, ...untilSilence].toReversed() }),
    );
    expect(sha256(second)).toBe(sha256(first));
  });

  it('holds the checkpoint of the log that was recorded with it, which the co-heads sign with the rest', async () => {
    const checkpoint = await smallCheckpoint();
    const those = await bagOf(undefined, order({ checkpoint }));
    const held = ['checkpoint', 'policy'].map((name) => `data/verification/${name}`);
    expect(held.map((path) => textIn(those, path))).toEqual([checkpoint.note, checkpoint.policy]);
    for (const path of held) expect(textIn(those, 'manifest-sha256.txt')).toContain(path);
    expect(JSON.parse(textIn(those, 'data/record/inputs.json'))).toMatchObject({
      edition: '2026-2',
      log: { checkpoint: sha256(checkpoint.note), policy: sha256(checkpoint.policy) },
    });
    const page = textIn(those, 'data/documents/11-verification.html');
    for (const words of ['The log alone signed it', '该检查点仅由日志签署', 'parley proofs'])
      expect(page).toContain(words);
    const both = await bagOf(undefined, order({ checkpoint: { ...checkpoint, attested: true } }));
    expect(textIn(both, 'data/documents/11-verification.html')).toContain('cosigned by the witness of each party');
  });

  it('goes without a checkpoint where the log had none in time, and says so (I-38)', async () => {
    const those = await bagOf(undefined, order({ checkpoint: null }));
    expect(JSON.parse(textIn(those, 'data/record/inputs.json'))).toMatchObject({ edition: '2026-2', log: null });
    expect([...those.keys()].filter((path) => path.startsWith('data/verification/'))).toEqual([
      'data/verification/registry-keys.json',
    ]);
    const page = textIn(those, 'data/documents/11-verification.html');
    for (const words of ['A dossier does not wait for the log.', '卷宗的制作不等待日志。'])
      expect(page).toContain(words);
  });

  it('has the bytes of the first edition where it was made in that', () => {
    expect(JSON.parse(textIn(files, 'data/record/inputs.json'))).toMatchObject({ edition: '2026-1' });
    expect(JSON.parse(textIn(files, 'data/record/inputs.json'))).not.toHaveProperty('log');
    expect(textIn(files, 'data/documents/11-verification.html')).not.toContain('5. The log');
    // The digest of the manifest as that edition made it, so that what was issued in it is still built again.
    expect(sha256(files.get('manifest-sha256.txt') ?? Buffer.alloc(0))).toBe(
      '1bb2626d4d66d7561004bb0d84a9898ce37aa5326c88cd2a063b05e87b8816b6',
    );
  });

  it('says which basis it stands on (I-48)', async () => {
    const events = [...untilSilence, lapse];
    const those = await bagOf(undefined, order({ events, basis: 'screening-lapsed' }));
    expect(JSON.parse(textIn(those, 'data/documents/01-cover.json'))).toMatchObject({
      basis: 'screening-lapsed',
      docketNumber,
    });
    expect(textIn(those, 'data/documents/08-certificate-of-lapse.html')).toContain(
      'The screening ended: lapsed, because the long-stop passed.',
    );
    const exit = order({
      events: untilSilence,
      basis: 'exit-notice',
      exitNoticeAt: '2025-03-04T09:00:00.000Z' as Instant,
    });
    expect(textIn(await bagOf(undefined, exit), 'data/documents/08-exit-notice.html')).toContain(
      'the screening goes on',
    );
  });

  it('holds only what its recipient may read, and lists what it withholds (I-50)', async () => {
    const ofTheRespondent = publicEvent(evidence.CustodyHandedOverSchema, '2025-03-01T09:00:00.000Z', 'FILER', {
      caseId,
      exhibitNumber: 'CHN-1',
      entry: { from: 'secret-hand', to: 'vault', at: '2025-03-01T09:00:00.000Z', purpose: 'keeping' },
    });
    const those = await bagOf(undefined, order({ events: [...untilSilence, finalFindings, ofTheRespondent] }));
    expect(JSON.parse(textIn(those, 'data/documents/10-withheld.json'))).toEqual([
      {
        what: 'CustodyHandedOver',
        at: '2025-03-01T09:00:00.000Z',
        tier: 'FILER',
        reason: 'not-readable-by-the-recipient',
      },
    ]);
    for (const [path, bytes] of those) expect([path, bytes.includes('secret-hand')]).toEqual([path, false]);
  });

  it('leaves out bytes that do not match their digest, and says so (I-33)', async () => {
    const blobs = await storedExhibits();
    blobs.spoil(sha256(spreadsheet));
    const those = await bagOf(Promise.resolve(blobs));
    expect(JSON.parse(textIn(those, 'data/documents/10-withheld.json'))).toMatchObject([
      { what: 'exhibit CHN-2', reason: 'bytes-do-not-match' },
    ]);
    expect([...those.keys()].filter((path) => path.startsWith('data/exhibits/'))).toEqual(['data/exhibits/CHN-1.pdf']);
  });

  it('leaves out an exhibit that was taken back, and lists it as withheld (I-42, I-50)', async () => {
    const at = '2025-03-02T09:00:00.000Z';
    const withdrawn = publicEvent(evidence.ExhibitWithdrawnSchema, at, 'PANEL', {
      caseId,
      exhibitNumber: 'CHN-2',
      party: 'CN',
      reason: 'filed-by-mistake',
      withdrawnAt: at,
    });
    const those = await bagOf(undefined, order({ events: [...untilSilence, finalFindings, withdrawn] }));
    expect(JSON.parse(textIn(those, 'data/documents/10-withheld.json'))).toMatchObject([
      { what: 'exhibit CHN-2', at, reason: 'not-readable-by-the-recipient' },
    ]);
    expect([...those.keys()].filter((path) => path.startsWith('data/exhibits/'))).toEqual(['data/exhibits/CHN-1.pdf']);
  });

  it(
    'holds the translations of its exhibits with their divergences, and what is contested of ' +
      'them beside the answers',
    async () => {
      const blobs = await storedExhibits();
      const rendering = Buffer.from('a rendering');
      await blobs.put(Readable.from([rendering]), {});
      const of = { caseId, of: 'exhibit', exhibitNumber: 'CHN-1', n: 1 };
      const at = (day: number): string => `2025-03-0${String(day)}T09:00:00.000Z`;
      const english = (words: string) => [{ lang: 'en', text: words, kind: 'original', of: '' }];
      const translated = [
        publicEvent(evidence.TranslationMissingSchema, at(1), 'PANEL', {
          caseId,
          of: 'exhibit',
          exhibitNumber: 'CHN-1',
          language: 'en',
          missingAt: at(1),
        }),
        publicEvent(evidence.TranslationFiledSchema, at(2), 'PANEL', {
          ...{
            ...of,
            language: 'en',
            late: true,
            fileName: 'r.txt',
            mediaType: 'text/plain',
            sizeBytes: BigInt(rendering.length),
            digest: sha256(rendering),
            filedAt: at(2),
          },
          divergences: [{ place: 'page 1', note: english('No equal word') }],
        }),
        publicEvent(evidence.TranslationChallengedSchema, at(3), 'PANEL', {
          ...of,
          challenge: 1,
          party: 'US',
          passages: [{ place: 'page 2', proposed: 'shall' }],
          madeAt: at(3),
        }),
        publicEvent(evidence.TranslationChallengeAnsweredSchema, at(4), 'PANEL', {
          ...of,
          challenge: 1,
          answer: english('It is faithful.'),
          answeredAt: at(4),
        }),
      ];
      const those = await bagOf(
        Promise.resolve(blobs),
        order({ events: [...untilSilence, finalFindings, ...translated] }),
      );
      expect(those.get('data/exhibits/CHN-1-translation-1.txt')).toEqual(rendering);
      const [first] = JSON.parse(textIn(those, 'data/documents/06-exhibits.json')) as { translations: unknown }[];
      expect(first?.translations).toMatchObject({
        missing: ['en'],
        filed: [
          {
            n: 1,
            late: true,
            path: 'data/exhibits/CHN-1-translation-1.txt',
            divergences: [{ place: 'page 1' }],
            challenges: [{ party: 'US', passages: [{ proposed: 'shall' }], answer: [{ text: 'It is faithful.' }] }],
          },
        ],
      });
      expect(textIn(those, 'data/documents/06-exhibits.html')).toContain('No equal word');
    },
  );

  it('holds the translations of what the parties wrote, and which were missing', async () => {
    const blobs = await storedExhibits();
    const rendering = Buffer.from('a rendering of the reply');
    await blobs.put(Readable.from([rendering]), {});
    const at = '2025-03-02T09:00:00.000Z';
    const of = {
      caseId,
      of: 'document',
      exhibitNumber: 'reply',
      n: 1,
      language: 'zh-Hans',
      fileName: 'r.txt',
      mediaType: 'text/plain',
      filedAt: at,
    };
    const told = [
      publicEvent(evidence.TranslationMissingSchema, at, 'PANEL', {
        caseId,
        of: 'document',
        exhibitNumber: 'letter:US:1',
        language: 'zh-Hans',
        missingAt: at,
      }),
      publicEvent(evidence.TranslationFiledSchema, at, 'PANEL', {
        ...of,
        sizeBytes: BigInt(rendering.length),
        digest: sha256(rendering),
        divergences: [{ place: 'page 1', note: [{ lang: 'en', text: 'No equal word', kind: 'original', of: '' }] }],
      }),
      publicEvent(evidence.TranslationFiledSchema, at, 'PANEL', { ...of, n: 2, digest: '0'.repeat(64) }),
    ];
    const those = await bagOf(Promise.resolve(blobs), order({ events: [...untilSilence, finalFindings, ...told] }));
    expect(those.get('data/translations/reply-1.txt')).toEqual(rendering);
    const documents = JSON.parse(textIn(those, 'data/documents/06a-translations.json')) as {
      id: string;
      translations: unknown;
    }[];
    const byId = Object.fromEntries(documents.map(({ id, translations }) => [id, translations]));
    expect(byId).toMatchObject({
      'letter:US:1': { missing: ['zh-Hans'], filed: [] },
      reply: {
        missing: [],
        filed: [
          { n: 1, path: 'data/translations/reply-1.txt' },
          { n: 2, path: null },
        ],
      },
    });
    expect(textIn(those, 'data/documents/06a-translations.html')).toContain('No equal word');
    expect(JSON.parse(textIn(those, 'data/documents/10-withheld.json'))).toMatchObject([
      { what: 'translation 2 of reply', reason: 'bytes-missing' },
    ]);
  });

  it('leaves out what came after its request', async () => {
    const early = order({
      events: untilSilence,
      basis: 'exit-notice',
      exitNoticeAt: '2025-02-07T09:00:00.000Z' as Instant,
    });
    const dossier = { ...early.dossier, requestedAt: '2025-02-08T09:00:00.000Z' as Instant };
    const those = await bagOf(undefined, { ...early, dossier });
    expect(textIn(those, 'data/record/events.jsonl').split('\n')).toHaveLength(4);
  });

  it('names its signatures and the missing one beside the digest that was signed (I-04)', () => {
    const digest = sha256(files.get('manifest-sha256.txt') ?? Buffer.alloc(0));
    expect(JSON.parse(textIn(files, 'signatures.json'))).toMatchObject({
      sha256: digest,
      signatures: [{ party: 'CN', digest }],
      missing: ['US'],
    });
    expect(textIn(files, 'preservation/premis.xml')).toContain('<premis:eventType>fixity check</premis:eventType>');
  });

  it('lets the secretariat say of nobody that it acted against an agreement (I-52)', () => {
    const words = /violat|breach|infring|inconsistent with|retaliat|illegal|违反|违法|报复|不符合.*协定/i;
    const pages = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path, words.exec(bytes.toString('utf8'))?.[0]]);
    expect(pages.filter(([, found]) => found !== undefined)).toEqual([]);
  });
});
