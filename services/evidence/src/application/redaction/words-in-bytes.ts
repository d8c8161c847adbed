/**
 * Bytes as the words that they may be, in each encoding that files of our formats use: one passage is searched for in
 * all of them. UTF-16 may begin at an odd byte.
 */
export function* wordsInBytes(bytes: Buffer): Generator<string> {
  yield bytes.toString('latin1');
  yield bytes.toString('utf8');
  for (const start of [0, 1]) {
    const even = bytes.subarray(start, bytes.length - ((bytes.length - start) % 2));
    yield even.toString('utf16le');
    yield Buffer.from(even).swap16().toString('utf16le');
  }
}
