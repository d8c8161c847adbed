import { setTimeout as delay } from 'node:timers/promises';
import { orderKeyOf, producerOf, type PublicEvent } from '../public-event';

/** What a consumer of the suite heard, first deliveries and repeated ones. */
export class Heard {
  readonly deliveries: PublicEvent[] = [];

  add(event: PublicEvent): void {
    this.deliveries.push(event);
  }

  /** Texts in the order of their first delivery: `<context>/<case>:<text>`. */
  firstTime(key?: string): readonly string[] {
    const firsts = new Map(this.deliveries.map((event) => [event.id, event]));
    return [...firsts.values()].filter((event) => key === undefined || orderKeyOf(event) === key).map(textOf);
  }

  from(context: string): readonly string[] {
    const firsts = new Map(this.deliveries.map((event) => [event.id, event]));
    return [...firsts.values()].filter((event) => producerOf(event) === context).map(textOf);
  }
}

export const textOf = (event: PublicEvent): string => new TextDecoder().decode(event.data);

/** Waits until something comes true. If it never does, the test's own time limit ends the wait. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await delay(5);
}

/** 0, 1 … as texts. */
export const texts = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n));
