import type { Bilingual } from '@parley/kernel';

/** The API's refusal of a call, by the code and in the words of the API. */
export class Declined extends Error {
  override readonly name = 'Declined';

  constructor(
    readonly code: string,
    private readonly messages: Bilingual,
    /** Fields at fault, by their JSON pointers. */
    private readonly places: readonly string[] = [],
  ) {
    super(messages.en);
  }

  get words(): Bilingual {
    if (this.places.length === 0) return this.messages;
    const places = this.places.join(', ');
    return { en: `${this.messages.en} (${places})`, 'zh-Hans': `${this.messages['zh-Hans']}（${places}）` };
  }
}
