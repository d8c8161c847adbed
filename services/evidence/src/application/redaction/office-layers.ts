import type { LayerName } from '../../domain/public-version/redaction';
import { jpegLayers, pngLayers } from './image-layers';
import { UnreadableFile, type Layer, type TakenApart } from './layer';
import { wordsInBytes } from './words-in-bytes';
import { entriesBegun, zipEntries, type ZipEntry } from './zip-entries';

const TAGS = /<[^>]*>/g;

/** Parts of a Word, Excel or PowerPoint file (OOXML) that are a layer by their name alone. */
const PARTS: readonly (readonly [part: RegExp, layer: LayerName])[] = [
  [/(^|\/)comments[^/]*\.xml$|\/comments\/|\/threadedComments\//i, 'comments'],
  [/\/embeddings\/|\/vbaProject\.bin$|\/activeX\/|\/externalLinks\//i, 'attachments'],
  [/^docProps\/thumbnail\.|\/revisions\/|\/notesSlides\//i, 'hidden-content'],
];

/** Marks in a part that something is there which its page does not show. */
const MARKS: readonly (readonly [mark: RegExp, layer: LayerName])[] = [
  [/<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|cellDel|cellIns)[ />]/, 'tracked-changes'],
  [/<w:(vanish|webHidden|specVanish)(\/| w:val="(1|true|on)")/, 'hidden-content'],
  [
    /<(sheet|x:sheet)\s[^>]*state="(hidden|veryHidden)"|<(row|col)\s[^>]*hidden="(1|true)"|<p:sld\s[^>]*show="(0|false)"/,
    'hidden-content',
  ],
  [/<(definedName|p:cNvPr)\s[^>]*hidden="(1|true)"/, 'hidden-content'],
];

/**
 * A Word, Excel or PowerPoint file: a ZIP of parts, each searched; comments, tracked changes and what is hidden may not
 * be there.
 */
export async function officeLayers(bytes: Buffer): Promise<TakenApart> {
  const entries = await zipEntries(bytes);
  if (!entries.some(({ name }) => name === '[Content_Types].xml'))
    throw new UnreadableFile('a ZIP that is no office file');
  const hidden = new Set<LayerName>(entries.flatMap(hiddenIn));
  if (entriesBegun(bytes) > entries.length) hidden.add('data-out-of-sight');
  return {
    format: 'office',
    searched: ['text', 'metadata', 'comments', 'tracked-changes', 'hidden-content', 'attachments', 'data-out-of-sight'],
    layers: entries.flatMap(layersOf),
    hidden: [...hidden],
  };
}

function hiddenIn({ name, bytes }: ZipEntry): readonly LayerName[] {
  const byName = PARTS.filter(([part]) => part.test(name)).map(([, layer]) => layer);
  if (name.endsWith('.xml')) {
    const xml = bytes.toString('utf8');
    return [...byName, ...MARKS.filter(([mark]) => mark.test(xml)).map(([, layer]) => layer)];
  }
  if (/\.png$/i.test(name)) return [...byName, ...pngLayers(bytes).hidden];
  if (/\.jpe?g$/i.test(name)) return [...byName, ...jpegLayers(bytes).hidden];
  return byName;
}

/**
 * The words of a part without its tags, so that a passage is found over the marks of its formatting, and with them for
 * attributes.
 */
function layersOf({ name, bytes }: ZipEntry): readonly Layer[] {
  const layer: LayerName = /^(docProps|customXml)\//.test(name)
    ? 'metadata'
    : (PARTS.find(([part]) => part.test(name))?.[1] ?? 'text');
  if (!/\.(xml|rels|vml)$/i.test(name))
    return [...wordsInBytes(bytes)].map((text) => ({ name: 'data-out-of-sight', text }));
  const xml = unescaped(bytes.toString('utf8'));
  return [
    { name: layer, text: unescaped(bytes.toString('utf8').replace(TAGS, '')) },
    { name: layer, text: xml },
  ];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
