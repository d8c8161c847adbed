/** Milliseconds before its end from which a token is not used any more. */
const MARGIN_MS = 60_000;

interface Kept {
  readonly token: string;
  /** By the clock of this machine. */
  readonly goodUntil: number;
}

/**
 * Asks for a token when there is none yet and when the last one is about to end. How long it lives is told by its own
 * `iat` and `exp`, so it does not matter whether the clocks agree. One that does not tell is used once.
 */
export class KeptToken {
  #kept: Kept | undefined;
  #asked: Promise<Kept> | undefined;

  constructor(private readonly ask: () => string | Promise<string>) {}

  async current(): Promise<string> {
    if (this.#kept && Date.now() < this.#kept.goodUntil) return this.#kept.token;
    this.#asked ??= this.#renewed().finally(() => (this.#asked = undefined));
    return (await this.#asked).token;
  }

  /** Says that a token was refused, so that the next is a new one. */
  forget(token: string): void {
    if (this.#kept?.token === token) this.#kept = undefined;
  }

  async #renewed(): Promise<Kept> {
    const askedAt = Date.now();
    const token = await this.ask();
    const life = lifeOf(token);
    return (this.#kept = { token, goodUntil: askedAt + life - Math.min(MARGIN_MS, life / 2) });
  }
}

/** Milliseconds from the issue of a JWT to its end; 0 for whatever else. */
function lifeOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp } = JSON.parse(atob(payload)) as { readonly iat?: unknown; readonly exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1_000 : 0;
  } catch {
    return 0;
  }
}
