import { Refused } from '../report/refused';

/** A text from its UTF-8. Nothing is mended, or two files would say the same. @throws Refused `text-malformed` */
export function textOf(bytes: Uint8Array, about: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('text-malformed', about);
  }
}
