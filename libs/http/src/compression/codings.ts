import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { preferencesOf } from '../problems/preferred-language';

/** The codings that are offered (RFC 9110, 8.4.1), the smallest first. */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** The smallest coding that an `Accept-Encoding` takes; `undefined` where it takes none of them. */
export function codingIn(acceptEncoding: string | undefined): Coding | undefined {
  const taken = preferencesOf(acceptEncoding);
  return CODINGS.find((coding) => taken.includes(coding));
}

/** A higher quality takes twenty times as long for a tenth. */
const LASTING = { brotli: 9, level: constants.Z_BEST_COMPRESSION };
/** A page of 100 kB takes some 2 ms. */
const PASSING = { brotli: 5, level: 6 };

const [byBrotli, byGzip] = [promisify(brotliCompress), promisify(gzip)];

/**
 * Compresses bytes, off the thread that answers.
 * @param isLasting worth more work, since it is done once for all who ask; 1 MB takes some 300 ms
 */
export function compress(bytes: Buffer, coding: Coding, isLasting: boolean): Promise<Buffer> {
  const { brotli, level } = isLasting ? LASTING : PASSING;
  if (coding === 'br')
    return byBrotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotli, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
  // With less memory its blocks are shorter, which suits texts that differ so much.
  return byGzip(bytes, { level, memLevel: 7 });
}
