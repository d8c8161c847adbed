/** Milliseconds for which an instance that could not be reached is passed over while there are others. */
const AWAY_MS = 1_000;

/** The processes of one service, which are asked in turn. */
export class ServiceInstances {
  #turn = 0;
  readonly #awayUntil = new Map<string, number>();

  /** @param urls origins, at least one @param now reading of a clock that never goes back, in milliseconds */
  constructor(
    readonly urls: readonly string[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * The instance whose turn it is. When none could be reached lately it still gives one, since somebody has to find out
   * that it is back.
   */
  next(): string {
    const { urls } = this;
    const inTurn = urls.map((_, index) => urls[(this.#turn + index) % urls.length] ?? '');
    const found = inTurn.find((url) => (this.#awayUntil.get(url) ?? 0) <= this.now()) ?? inTurn[0] ?? '';
    this.#turn = (urls.indexOf(found) + 1) % urls.length;
    return found;
  }

  /** Notes that an instance could not be reached. */
  missed(url: string): void {
    this.#awayUntil.set(url, this.now() + AWAY_MS);
  }
}
