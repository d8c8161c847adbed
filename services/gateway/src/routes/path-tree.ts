/** A part of a path, and what follows it. */
interface Place<Found> {
  readonly named: Map<string, Place<Found>>;
  /** What follows a part that may be anything. */
  any?: Place<Found>;
  found?: Found;
}

const place = <Found>(): Place<Found> => ({ named: new Map<string, Place<Found>>() });
const partsOf = (path: string): readonly string[] => path.split('/').slice(1);

/** Finds what was added at the pattern that a path fits. A part with a name goes before one that may be anything. */
export class PathTree<Found> {
  readonly #root = place<Found>();

  /** @param pattern such as `/v1/cases/:caseId`. What was added there first stays. */
  add(pattern: string, found: Found): void {
    let at = this.#root;
    for (const part of partsOf(pattern)) {
      if (part.startsWith(':')) at = at.any ??= place<Found>();
      else {
        const next = at.named.get(part) ?? place<Found>();
        at.named.set(part, next);
        at = next;
      }
    }
    at.found ??= found;
  }

  /** @param path as it is sent, without its query */
  find(path: string): Found | undefined {
    return within(this.#root, partsOf(path));
  }
}

function within<Found>(at: Place<Found>, [part, ...rest]: readonly string[]): Found | undefined {
  if (part === undefined) return at.found;
  const named = at.named.get(part);
  const found = named && within(named, rest);
  return found ?? (at.any && part !== '' ? within(at.any, rest) : undefined);
}
