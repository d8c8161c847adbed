import { answerFaults } from './answer-faults';
import type { ApiDocument, Schema } from './api-document';
import { Client } from './client';

/** An event as a history shows it, as far as it is looked at here. */
export interface HistoryEvent {
  readonly stream: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** What an installation says that each event says. */
export class EventTypes {
  private constructor(private readonly schemas: ApiDocument) {}

  static async of(url: string): Promise<EventTypes> {
    const served = JSON.stringify(await Client.public(url).read('/event-types.json'));
    // The schemas of both documents are read alike.
    const { $defs } = JSON.parse(served.replaceAll('#/$defs/', '#/components/schemas/')) as {
      readonly $defs: Readonly<Record<string, Schema>>;
    };
    return new EventTypes({ components: { schemas: $defs } } as unknown as ApiDocument);
  }

  /** Every place where what an event says is not as its type says. */
  faultsOf({ stream, type, payload }: HistoryEvent): readonly string[] {
    const id = `${stream.split('.', 1)[0] ?? ''}.${type}`;
    const schema = this.schemas.components.schemas[id];
    if (!schema) return [`${id}: nothing says what it says`];
    if (payload === undefined) return [];
    return answerFaults(this.schemas, schema, payload).map((fault) => `${id}: ${fault.replace(/\/\d+/g, '/*')}`);
  }
}
