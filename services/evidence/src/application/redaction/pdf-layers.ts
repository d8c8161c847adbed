import type { LayerName } from '../../domain/public-version/redaction';
import { UnreadableFile, type Layer, type TakenApart } from './layer';
import { pdfPages } from './pdf-pages';
import { pdfStreams, stringsIn } from './pdf-streams';
import { wordsInBytes } from './words-in-bytes';

const SEARCHED: readonly LayerName[] = [
  'text',
  'metadata',
  'annotations',
  'bookmarks',
  'attachments',
  'earlier-revisions',
  'hidden-content',
  'data-out-of-sight',
];

/**
 * A PDF: what its pages show, what stands beside them, and what lies in the file though nothing refers to it. One that
 * was saved over and over keeps what it was before, so a public version is written anew.
 */
export async function pdfLayers(bytes: Buffer): Promise<TakenApart> {
  const source = bytes.toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(source)) throw new UnreadableFile('a locked PDF');
  const pages = await pdfPages(bytes);
  const hidden = new Set<LayerName>(pages.hidden);
  if (revisionsIn(source) > 1) hidden.add('earlier-revisions');
  if (behindItsEnd(source)) hidden.add('data-out-of-sight');
  return { format: 'pdf', searched: SEARCHED, layers: [...pages.layers, ...outOfSight(bytes)], hidden: [...hidden] };
}

/** How often it was saved. One that is linearized for the web has two ends and was saved once. */
function revisionsIn(source: string): number {
  const ends = source.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0;
  return /\/Linearized\s/.test(source.slice(0, 2_048)) ? ends - 1 : ends;
}

const behindItsEnd = (source: string): boolean => source.slice(source.lastIndexOf('%%EOF') + 5).trim() !== '';

function outOfSight(bytes: Buffer): readonly Layer[] {
  const layers: Layer[] = [];
  for (const piece of pdfStreams(bytes)) {
    for (const text of [...wordsInBytes(piece), ...stringsIn(piece)]) layers.push({ name: 'data-out-of-sight', text });
  }
  return layers;
}
