import type { TakenApart } from './layer';
import { wordsInBytes } from './words-in-bytes';

const TAGS = /<[^>]*>/g;

/** Plain text, tables and markup: all of it is searched, as it stands and without its tags. */
export function textLayers(bytes: Buffer): TakenApart {
  const words = [...wordsInBytes(bytes)];
  return {
    format: 'text',
    searched: ['text'],
    layers: words.flatMap((text) => [text, text.replace(TAGS, '')]).map((text) => ({ name: 'text', text })),
    hidden: [],
  };
}
