import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import type { BlobStore } from '@parley/blobs';
import type { PartyCode, Sha256 } from '@parley/kernel';
import { checkRedaction, Redactions, SEARCH_LIMITS } from './check-redaction';
import { writtenWord } from './written-office.fixture';
import { writtenPdf } from './written-pdf.fixture';

const MIB = 1024 * 1024;
const PDF = 'application/pdf';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** A search that looks at anything more than once does not end within this time. */
const PATIENT = { ...SEARCH_LIMITS, millis: 60_000 };
const check = (bytes: Buffer, mediaType: string, limits = PATIENT) =>
  checkRedaction(bytes, { fileName: 'public', mediaType }, ['Acme Steel Works'], limits);

/** A PDF with one more stream, which no page shows. */
const pdfWith = (packed: Buffer, filter: string): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n9 0 obj\n<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`),
    packed,
    Buffer.from(`\nendstream\nendobj\n${writtenPdf({}).toString('latin1').slice(9)}`, 'latin1'),
  ]);

describe('a search for what was removed', () => {
  it.each([
    ['tags that do not end', '<', 'text/html', (bulk: string) => Buffer.from(bulk)],
    ['them in an office file', '<', WORD, (bulk: string) => writtenWord(bulk)],
    ['rows that do not end in an office file', '<row ', WORD, (bulk: string) => writtenWord(bulk)],
    ['strings that do not end in a PDF', '\\(', PDF, (bulk: string) => writtenPdf({ behind: bulk })],
    ['streams that are none in a PDF', 'stream ', PDF, (bulk: string) => writtenPdf({ behind: `${bulk}endstream` })],
  ])('looks at each byte of 2 MiB once, be they %s', async (_what, bulk, mediaType, written) => {
    const { kind } = await check(written(bulk.repeat((2 * MIB) / bulk.length)), mediaType);
    // The last two have something behind their end.
    expect(kind).toBe(mediaType === PDF ? 'hidden-layer' : 'passed');
  });

  it.each([
    ['a PDF', PDF, (bulk: string) => writtenPdf({ xmp: bulk })],
    ['a PDF, and behind it a passage', PDF, (bulk: string) => writtenPdf({ xmp: bulk, orphan: 'Acme Steel Works' })],
    ['an office file', WORD, (bulk: string) => writtenWord(bulk)],
  ])('has not passed %s that unpacks to more than is searched: it was not searched', async (_what, type, written) => {
    const limits = { ...PATIENT, unpackedBytes: MIB };
    expect(await check(written('x'.repeat(2 * MIB)), type, limits)).toEqual({ kind: 'not-searched' });
  });

  it('ends where what is in a stream unpacks to more in turn, as only a reader of PDFs sees', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(16 * MIB)));
    const page = writtenPdf({})
      .toString('latin1')
      .replace(
        /(\/Length )\d+ \/Filter \/FlateDecode >>\nstream\n[^]*?\nendstream/,
        () =>
          `/Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${twice.toString('latin1')}\nendstream`,
      );
    expect(await check(Buffer.from(page, 'latin1'), PDF, { ...PATIENT, unpackedBytes: MIB })).toEqual({
      kind: 'not-searched',
    });
  });

  it('finds what a stream holds though it is broken behind that', async () => {
    const broken = deflateSync(Buffer.from(`of Acme Steel Works ${randomBytes(9_000).toString('hex')}`));
    expect(await check(pdfWith(broken.subarray(0, -20), '/FlateDecode'), PDF)).toEqual({
      kind: 'found',
      layer: 'data-out-of-sight',
      passage: 0,
    });
  });

  it.each([
    ['time', { ...PATIENT, millis: 1 }],
    ['memory', { ...PATIENT, heapMiB: 8 }],
  ])('that takes more %s than it may ends, and the file was not searched', async (_what, limits) => {
    expect(await check(writtenPdf({}), PDF, limits)).toEqual({ kind: 'not-searched' });
  });
});

describe('searches of a side', () => {
  const bytes = Buffer.from('Public words');
  const referred = (party: string) => {
    const digest = createHash('sha256').update(bytes).digest('hex') as Sha256;
    const upload = { uploadId: randomUUID(), party: party as PartyCode, digest, sizeBytes: bytes.length };
    return { ...upload, fileName: 'public.txt', mediaType: 'text/plain', upload };
  };

  /** A store that counts how many callers ask at once, and lets them wait until it is opened. */
  function slowBlobs() {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const asked: string[] = [];
    const blobs: Pick<BlobStore, 'open'> = {
      open: async (digest) => {
        asked.push(digest);
        await opened;
        return { sizeBytes: bytes.length, bytes: Readable.from([bytes]) };
      },
    };
    return { redactions: new Redactions(blobs as BlobStore, PATIENT), asked, open: () => open() };
  }

  it('go on one at a time, and keep none of the other side waiting', async () => {
    const { redactions, asked, open } = slowBlobs();
    const all = ['US', 'US', 'CN', 'US'].map((party) => redactions.check(referred(party), ['Acme']));
    await turn();
    expect(asked).toHaveLength(2);
    open();
    expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(['passed', 'passed', 'passed', 'passed']);
  });

  it('are refused when many wait already, and when their time is over before their turn', async () => {
    const { redactions, asked, open } = slowBlobs();
    const first = redactions.check(referred('US'), ['Acme']);
    const late = [1, 2, 3, 4].map(() => redactions.check(referred('US'), ['Acme'], 0));
    expect(await redactions.check(referred('US'), ['Acme'])).toEqual({ kind: 'busy' });
    open();
    expect(await first).toMatchObject({ kind: 'passed' });
    expect(await Promise.all(late)).toEqual(Array(4).fill({ kind: 'busy' }));
    // Each sound file is opened twice: once to check it, once to read it.
    expect(asked).toHaveLength(2);
    expect(await redactions.check(referred('US'), ['Acme'])).toMatchObject({ kind: 'passed' });
  });
});
