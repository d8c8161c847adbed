/** A file of a bag: its path from the bag's base, and its digest in lower-case hexadecimal. */
export interface ManifestLine {
  readonly path: string;
  readonly digest: string;
}

/** RFC 8493, 2.1.3: only these three are encoded in a path. */
const ENCODED: Readonly<Record<string, string>> = { '%': '%25', '\n': '%0A', '\r': '%0D' };
const encodePath = (path: string): string => path.replace(/[%\n\r]/g, (character) => ENCODED[character] ?? character);
const decodePath = (path: string): string => path.replace(/%(25|0A|0D)/gi, (code) => decodeURIComponent(code));

const byPath = (a: ManifestLine, b: ManifestLine): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The text of a manifest or tag manifest (RFC 8493, 2.1.3), in the order of paths. */
export const manifestText = (lines: readonly ManifestLine[]): string =>
  lines
    .toSorted(byPath)
    .map(({ path, digest }) => `${digest}  ${encodePath(path)}\n`)
    .join('');

/** Reads a manifest back. @throws RangeError for a line that does not belong in one */
export const parseManifest = (text: string): readonly ManifestLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^([0-9a-f]+)\s+(.+)$/.exec(line);
      if (!found?.[1] || !found[2]) throw new RangeError(`not a line of a manifest: ${line}`);
      return { digest: found[1], path: decodePath(found[2]) };
    });
