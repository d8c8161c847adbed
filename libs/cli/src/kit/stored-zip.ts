import { Refused } from '../report/refused';
import { known, type Bag } from '../sources/bag';
import { directoryOf, recordAt, type Parts, type Place } from './zip-directory';

const [LOCAL, LOCAL_BYTES] = [0x04034b50, 30];
const PIECE = 1 << 20;

/**
 * Opens the .zip of a dossier, which has one folder, no file twice, and nothing compressed. Another .zip of the same
 * files has to be unpacked first.
 * @throws Refused `bag-malformed`
 */
export async function openStoredZip(parts: Parts, about: string): Promise<Bag> {
  const entries = await directoryOf(parts, about);
  return {
    paths: [...entries.keys()],
    open: async (file) => piecesOf(parts, await placeOf(parts, known(entries, file), file)),
    archive: () => piecesOf(parts, { from: 0, to: parts.size }),
    close: () => undefined,
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

async function placeOf(parts: Parts, { header, size }: Place, file: string): Promise<Range> {
  const view = await recordAt(parts, header, { bytes: LOCAL_BYTES, signature: LOCAL }, file);
  const from = header + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + size > parts.size) throw new Refused('bag-malformed', file);
  return { from, to: from + size };
}

async function* piecesOf(parts: Parts, { from, to }: Range): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE) yield await parts.read(at, Math.min(to, at + PIECE));
}
