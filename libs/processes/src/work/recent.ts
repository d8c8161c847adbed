/** So many items are kept, between the page in which they came and the work that they call for. */
const KEPT = 1_000;

/** Items that were just read, so that they need not be read again. The oldest are forgotten. */
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
