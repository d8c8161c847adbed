import { deflateRawSync } from 'node:zlib';

/** Parts of an office file by their names. */
export type OfficeParts = Readonly<Record<string, string | Buffer>>;

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** The main part of a Word file. */
export const wordBody = (inner: string): string => `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;

/** A Word file as small as one can be, with more parts where a spec wants them. */
export const writtenWord = (text: string, more: OfficeParts = {}): Buffer =>
  writtenZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': wordBody(paragraph(text)), ...more });

/** Writes a ZIP without check sums, which our readers ignore. */
export function writtenZip(parts: OfficeParts): Buffer {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [title, bytes] = [Buffer.from(name, 'utf8'), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.write('PK\u0003\u0004', 'latin1');
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 'latin1');
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, title, packed);
    directory.push(entry, title);
    at += head.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, listed, end]);
}
