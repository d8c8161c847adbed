/** So many are kept between the page that they came in and the work that they call for. */
const KEPT = 1_000;

/** What was just read, so that it need not be read again; the oldest of it is forgotten. */
export class Recent<Item> {
  readonly #items = new Map<string, Item>();

  get(id: string): Item | undefined {
    return this.#items.get(id);
  }

  add(id: string, item: Item): void {
    this.#items.set(id, item);
    if (this.#items.size <= KEPT) return;
    const [oldest] = this.#items.keys();
    if (oldest !== undefined) this.#items.delete(oldest);
  }
}
