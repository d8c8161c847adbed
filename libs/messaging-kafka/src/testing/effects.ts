import { withInbox, type PublicEvent } from '@parley/messaging';
import type { KafkaHarness } from './kafka-harness';

/** What a consumer with an inbox has done: each event once, by its text, in the order in which that was. */
export class Effects {
  readonly done: string[] = [];

  constructor(
    private readonly harness: KafkaHarness,
    private readonly group: string,
  ) {}

  async of(event: PublicEvent): Promise<void> {
    await withInbox(
      this.harness.dataSource.manager,
      this.group,
      event.id,
      async () => void this.done.push(textOf(event)),
    );
  }
}

export const textOf = (event: PublicEvent): string => new TextDecoder().decode(event.data);
