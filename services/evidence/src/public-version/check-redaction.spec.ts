import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { checkRedaction, SEARCH_LIMITS } from './check-redaction';
import { searchFile } from './search-file';
import { wordBody, writtenWord, writtenZip, type OfficeParts } from './written-office.fixture';
import { writtenPdf, type PdfParts } from './written-pdf.fixture';

const SECRET = 'Acme Steel Works';
/** A thread of a spec compiles its sources first. */
const PATIENT = { ...SEARCH_LIMITS, millis: 100_000 };
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const check = (bytes: Buffer, mediaType: string, passages: readonly string[] = [SECRET], fileName = 'public') =>
  checkRedaction(bytes, { fileName, mediaType }, passages, PATIENT);
const pdf = (parts: PdfParts, passages?: readonly string[]) => check(writtenPdf(parts), 'application/pdf', passages);
const word = (text: string, parts: OfficeParts = {}) => check(writtenWord(text, parts), WORD);
const found = (layer: string) => ({ kind: 'found', layer, passage: 0 });
const hidden = (layer: string) => ({ kind: 'hidden-layer', layer });

describe('a public version that is a PDF', () => {
  it('passes when what was removed is in none of its layers, which it names', async () => {
    expect(await pdf({ author: 'Desk', note: 'See annex', bookmark: 'Part 1' })).toMatchObject({
      kind: 'passed',
      format: 'pdf',
      searched: [
        'text',
        'metadata',
        'annotations',
        'bookmarks',
        'attachments',
        'earlier-revisions',
        'hidden-content',
        'data-out-of-sight',
      ],
    });
  });

  it.each<[keyof PdfParts, string]>([
    ['text', 'text'],
    ['author', 'metadata'],
    ['xmp', 'metadata'],
    ['note', 'annotations'],
    ['bookmark', 'bookmarks'],
    ['layerOff', 'hidden-content'],
    ['orphan', 'data-out-of-sight'],
    ['before', 'data-out-of-sight'],
    ['attached', 'data-out-of-sight'],
    ['behind', 'data-out-of-sight'],
  ])('does not hold it in its %s: it is refused with the layer %s named', async (part, layer) => {
    expect(await pdf({ [part]: `of ${SECRET}, Ltd.` })).toEqual(found(layer));
  });

  it.each<[keyof PdfParts, string]>([
    ['before', 'earlier-revisions'],
    ['attached', 'attachments'],
    ['layerOff', 'hidden-content'],
    ['behind', 'data-out-of-sight'],
  ])('has none that was saved with %s, whatever stands in it', async (part, layer) => {
    expect(await pdf({ [part]: 'nothing of it' })).toEqual(hidden(layer));
  });

  it('is searched for Chinese words too', async () => {
    expect(await pdf({ bookmark: '宝山钢铁公司' }, ['宝山 钢铁'])).toEqual(found('bookmarks'));
    expect(await pdf({ author: '张伟' }, ['张伟'])).toEqual(found('metadata'));
  });

  it('is refused when it is broken, locked or none', async () => {
    expect(await check(Buffer.from('%PDF-1.7 and nothing else'), 'application/pdf')).toEqual({ kind: 'uncheckable' });
    expect(
      await check(
        Buffer.from(writtenPdf({}).toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root'), 'latin1'),
        'application/pdf',
      ),
    ).toEqual({ kind: 'uncheckable' });
    expect(await check(Buffer.from('words'), 'application/pdf')).toEqual({ kind: 'uncheckable' });
  });
});

describe('a public version that is an office file', () => {
  it('passes when what was removed is in none of its parts', async () => {
    expect(await word('Public words', { 'docProps/core.xml': '<dc:creator>Desk</dc:creator>' })).toMatchObject({
      kind: 'passed',
      format: 'office',
    });
  });

  it('does not hold it in its text, though its formatting cuts it in pieces', async () => {
    const cut = wordBody(
      '<w:p><w:r><w:t>Ac</w:t></w:r><w:r><w:t>me St</w:t></w:r><w:r><w:t>eel&#32;Works</w:t></w:r></w:p>',
    );
    expect(await word('', { 'word/document.xml': cut })).toEqual(found('text'));
  });

  it.each([
    ['its properties', { 'docProps/core.xml': `<dc:creator>${SECRET}</dc:creator>` }, 'metadata'],
    ['a comment', { 'word/comments.xml': `<w:comment>${SECRET}</w:comment>` }, 'comments'],
    ['a part that is no text', { 'word/media/old.bin': SECRET }, 'data-out-of-sight'],
  ] as const)('does not hold it in %s', async (_where, parts, layer) => {
    expect(await word('Public words', parts)).toEqual(found(layer));
  });

  it.each([
    ['comments', { 'word/comments.xml': '<w:comment>Fine</w:comment>' }, 'comments'],
    [
      'tracked changes',
      { 'word/document.xml': wordBody('<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>') },
      'tracked-changes',
    ],
    ['hidden text', { 'word/document.xml': wordBody('<w:rPr><w:vanish/></w:rPr>') }, 'hidden-content'],
    ['a hidden sheet', { 'xl/workbook.xml': '<sheet name="a" state="veryHidden"/>' }, 'hidden-content'],
    ['an embedded file', { 'word/embeddings/a.bin': 'x' }, 'attachments'],
    ['a small picture of its first page', { 'docProps/thumbnail.wmf': 'x' }, 'hidden-content'],
  ] as const)('has no %s, whatever stands in it', async (_what, parts, layer) => {
    expect(await word('Public words', parts)).toEqual(hidden(layer));
  });

  it('lists all that it holds', async () => {
    const twice = Buffer.concat([writtenZip({ 'old.xml': 'old' }).subarray(0, 40), Buffer.alloc(0)]);
    const whole = writtenWord('Public words');
    expect(await check(Buffer.concat([whole, twice, whole.subarray(-22)]), WORD)).toEqual(hidden('data-out-of-sight'));
  });

  it('is refused when it is no office file, or broken', async () => {
    expect(await check(writtenZip({ 'a.txt': 'x' }), WORD)).toEqual({ kind: 'uncheckable' });
    expect(await check(writtenWord('x').subarray(0, 60), WORD)).toEqual({ kind: 'uncheckable' });
  });
});

describe('a public version that is a picture', () => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const png = (...more: readonly Buffer[]): Buffer =>
    Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      chunk('IHDR', Buffer.alloc(13)),
      chunk('IDAT', deflateSync(Buffer.alloc(4))),
      ...more,
      chunk('IEND', Buffer.alloc(0)),
    ]);
  const segment = (marker: number, data: string): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);
  const jpeg = (...more: readonly Buffer[]): Buffer =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, 'JFIF\u0000'),
      ...more,
      segment(0xda, '\u0001'),
      Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9]),
    ]);

  it('holds the picture and nothing else, and needs no passage named', async () => {
    expect(await check(png(), 'image/png', [])).toMatchObject({ kind: 'passed', format: 'png' });
    expect(await check(jpeg(), 'image/jpeg', [])).toMatchObject({ kind: 'passed', format: 'jpeg' });
  });

  it.each([
    ['words in a PNG', png(chunk('tEXt', Buffer.from('Author\u0000x'))), 'image/png', 'metadata'],
    ['EXIF in a PNG', png(chunk('eXIf', Buffer.from('x'))), 'image/png', 'metadata'],
    [
      'what is behind the end of a PNG',
      Buffer.concat([png(), Buffer.from('older picture')]),
      'image/png',
      'data-out-of-sight',
    ],
    ['EXIF in a JPEG', jpeg(segment(0xe1, 'Exif\u0000\u0000x')), 'image/jpeg', 'metadata'],
    ['a comment in a JPEG', jpeg(segment(0xfe, 'x')), 'image/jpeg', 'metadata'],
    ['what is behind the end of a JPEG', Buffer.concat([jpeg(), Buffer.from('x')]), 'image/jpeg', 'data-out-of-sight'],
  ])('does not keep %s', async (_what, bytes, mediaType, layer) => {
    expect(await check(bytes, mediaType, [])).toEqual(hidden(layer));
  });
});

describe('every public version', () => {
  it('does not name what was removed in the name of its file', async () => {
    expect(await check(Buffer.from('Public words'), 'text/plain', [SECRET], 'acme_steel works.txt')).toMatchObject({
      kind: 'passed',
    });
    expect(await check(Buffer.from('Public words'), 'text/plain', [SECRET], 'Acme Steel Works.txt')).toEqual(
      found('metadata'),
    );
  });

  it('is of a form that can be searched, with the passages named that can be searched for', async () => {
    expect(await check(Buffer.from('MZ'), 'application/x-msdownload')).toEqual({ kind: 'uncheckable' });
    expect(await check(Buffer.from('words'), 'text/plain', [])).toEqual({ kind: 'nothing-named' });
    expect(await check(Buffer.from('words'), 'text/plain', ['words!', ' 张 '])).toEqual({
      kind: 'too-short',
      passage: 1,
    });
  });

  it('holds none of what was removed, in any encoding, case, width or line-break (I-41)', async () => {
    const spaced = (text: string): string => [...text].join('\u200b \n');
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    const writings = [
      spaced,
      wide,
      (text: string) => text.toUpperCase(),
      (text: string) => `<b>${text.slice(0, 3)}</b>${text.slice(3)}`,
    ];
    const encodings = ['utf8', 'utf16le', 'latin1'] as const;
    const searched = (bytes: Buffer, secret: string) =>
      searchFile({ bytes, format: 'text', fileName: 'public', passages: [secret], unpackedBytes: 0 }, () =>
        Promise.reject(new Error('no PDF')),
      );
    const passage = fc.stringMatching(/^[a-z]{4,12} [a-z]{2,8}$/);
    await fc.assert(
      fc.asyncProperty(
        passage,
        fc.constantFrom(...writings),
        fc.constantFrom(...encodings),
        async (secret, written, encoding) => {
          const bytes = Buffer.from(`0123 ${encoding === 'latin1' ? secret : written(secret)} 4567`, encoding);
          expect(await searched(bytes, secret)).toEqual(found('text'));
          expect(await searched(Buffer.from(`0123 ${written('0'.repeat(9))} 4567`, encoding), secret)).toMatchObject({
            kind: 'passed',
          });
        },
      ),
    );
  });

  it('holds none of it in whichever layer of a PDF it was left (I-41)', async () => {
    const parts: readonly (keyof PdfParts)[] = [
      'text',
      'author',
      'xmp',
      'note',
      'bookmark',
      'layerOff',
      'orphan',
      'before',
      'attached',
      'behind',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[A-Za-z]{3,10} [A-Za-z]{3,10}$/),
        fc.constantFrom(...parts),
        async (secret, part) => {
          expect(await pdf({ [part]: `0 ${secret} 0` }, [secret])).toMatchObject({ kind: 'found' });
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
