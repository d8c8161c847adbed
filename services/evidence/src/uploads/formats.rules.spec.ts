import fc from 'fast-check';
import { couldBe, formatOf } from './formats.rules';

const of = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the formats of which a file may be by its first bytes', () => {
  it.each([
    ['a PDF', of('%PDF-1.7\n'), ['pdf']],
    ['a PDF behind the header of a mail', of(`Subject: x\r\n\r\n${' '.repeat(1_000)}%PDF-1.4`), ['text', 'pdf']],
    ['a PDF that begins as PostScript', of('%!PS-Adobe-3.0 PDF-1.4\n'), ['text', 'pdf']],
    ['a PDF packed in an archive as it is', of('PK\u0003\u0004 notice.pdf %PDF-1.4'), ['office', 'pdf']],
    ['a text that speaks of PDF far down', of(`${' '.repeat(1_024)}%PDF-`), ['text']],
    ['an office file', of('PK\u0003\u0004\u0014\u0000'), ['office']],
    ['an office file with a password', of('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\u0000'), ['office']],
    ['a JPEG', of('\u00ff\u00d8\u00ff\u00e1'), ['jpeg']],
    ['a PNG', of('\u0089PNG\r\n\u001a\n\u0000'), ['png']],
    ['a table with keys', of('PK,name\r\n'), ['text']],
    ['a text in UTF-16', Buffer.from('\ufeff税', 'utf16le'), ['text']],
    ['a text in GB 18030', Buffer.from([0xb9, 0xd8, 0xcb, 0xb0]), ['text']],
    ['nothing', of(''), ['text']],
  ])('are known of %s', (_what, head, formats) => {
    expect(couldBe(head)).toEqual(formats);
  });

  it('are never none, so that no file is refused under every type', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => couldBe(Buffer.from(bytes)).length > 0));
  });

  it('are asked of no media type that is not known', () => {
    expect(['application/octet-stream', 'image/tiff', 'application/zip', 'video/mp4'].map(formatOf)).toEqual(
      Array(4).fill(undefined),
    );
  });
});
