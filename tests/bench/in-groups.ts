/** Runs a function on items, one call at a time. Items that come during a call go together into the next one. */
export function inGroups<Item>(act: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return (item) => {
    waiting.push(item);
    next ??= underWay.then(() => {
      const items = waiting;
      [waiting, next] = [[], undefined];
      underWay = act(items);
      return underWay;
    });
    return next;
  };
}
