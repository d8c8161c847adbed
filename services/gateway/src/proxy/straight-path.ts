/**
 * Whether an address means the path that it says. One with `..` in it, plain or escaped, would be matched against the
 * table as it stands and asked of a service as something else, such as a path of its inside.
 */
export function isStraight(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return URL.canParse(path, BASE) && new URL(path, BASE).pathname === path;
}

const BASE = 'http://service.invalid';
