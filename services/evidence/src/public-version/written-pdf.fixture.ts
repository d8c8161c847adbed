import { deflateSync } from 'node:zlib';

/** The places in a PDF where a spec plants a passage. */
export interface PdfParts {
  readonly text?: string;
  readonly author?: string;
  readonly xmp?: string;
  readonly note?: string;
  readonly bookmark?: string;
  /** A file attached to the document. */
  readonly attached?: string;
  /** A packed stream that no page refers to. */
  readonly orphan?: string;
  /** The page as it was before the file was saved again. */
  readonly before?: string;
  /** A layer that is switched off. */
  readonly layerOff?: string;
  readonly behind?: string;
}

const literal = (text: string): string => `(${text.replace(/([\\()])/g, '\\$1')})`;
/** A PDF text in UTF-16 with its byte order mark, as hexadecimal. It can hold every script. */
const utf16 = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const packed = (content: string, entries = ''): string => {
  const bytes = deflateSync(Buffer.from(content, 'utf8'));
  return `<< /Length ${bytes.length} /Filter /FlateDecode ${entries}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
};
const shown = (text: string): string => packed(`BT /F1 12 Tf 72 700 Td ${literal(text)} Tj ET`);

/** Writes a PDF of one page, as small as one can be, with a passage where a spec wants it. */
export function writtenPdf({
  text = 'Public words',
  author,
  xmp,
  note,
  bookmark,
  attached,
  orphan,
  before,
  layerOff,
  behind = '',
}: PdfParts): Buffer {
  const objects: string[] = [];
  const add = (body: string): string => `${objects.push(body)} 0 R`;
  add('catalog');
  add('pages');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const content = objects.length + 1;
  add(shown(before ?? text));
  const annotation =
    note === undefined
      ? ''
      : `/Annots [${add(`<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents ${utf16(note)} >>`)}]`;
  const page = add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${content} 0 R /Resources << /Font ` +
      `<< /F1 ${font} >> >> ${annotation} >>`,
  );
  let catalog = '/Type /Catalog /Pages 2 0 R';
  if (bookmark !== undefined) {
    const outlines = objects.length + 1;
    add('outlines');
    const item = add(`<< /Title ${utf16(bookmark)} /Parent ${outlines} 0 R /Dest [${page} /Fit] >>`);
    objects[outlines - 1] = `<< /Type /Outlines /First ${item} /Last ${item} /Count 1 >>`;
    catalog += ` /Outlines ${outlines} 0 R`;
  }
  if (xmp !== undefined)
    catalog += ` /Metadata ${add(packed(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc>${xmp}</dc></x:xmpmeta>`, '/Type /Metadata /Subtype /XML '))}`;
  if (attached !== undefined) {
    const file = add(
      `<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F ${add(packed(attached, '/Type /EmbeddedFile '))} >> >>`,
    );
    catalog += ` /Names << /EmbeddedFiles << /Names [(a.txt) ${file}] >> >>`;
  }
  if (layerOff !== undefined) {
    const group = add(`<< /Type /OCG /Name ${utf16(layerOff)} >>`);
    catalog += ` /OCProperties << /OCGs [${group}] /D << /OFF [${group}] >> >>`;
  }
  if (orphan !== undefined) add(shown(orphan));
  const info = author === undefined ? '' : `/Info ${add(`<< /Author ${utf16(author)} >>`)}`;
  objects[0] = `<< ${catalog} >>`;
  objects[1] = `<< /Type /Pages /Kids [${page}] /Count 1 >>`;
  const first = saved(
    '%PDF-1.7\n',
    objects.map((body, index) => [index + 1, body] as const),
    `/Size ${objects.length + 1} /Root 1 0 R ${info}`,
  );
  if (before === undefined) return Buffer.from(`${first.source}${behind}`, 'latin1');
  return Buffer.from(
    saved(first.source, [[content, shown(text)]], `/Size ${objects.length + 1} /Root 1 0 R /Prev ${first.xref} ${info}`)
      .source,
    'latin1',
  );
}

/** Appends objects with their table, as a program does when it saves a file again. */
function saved(
  source: string,
  objects: readonly (readonly [number, string])[],
  trailer: string,
): { readonly source: string; readonly xref: number } {
  let written = source;
  const rows = objects.map(([number, body]) => {
    const row = `${number} 1\n${String(written.length).padStart(10, '0')} 00000 n \n`;
    written += `${number} 0 obj\n${body}\nendobj\n`;
    return row;
  });
  const xref = written.length;
  return {
    source:
      `${written}xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< ${trailer} ` +
      `>>\nstartxref\n${xref}\n%%EOF\n`,
    xref,
  };
}
