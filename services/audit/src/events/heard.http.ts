import type { Instant } from '@parley/kernel';
import { begunAfter } from '@parley/http';
import type { AuditApi } from '../history/case-state.response';

/**
 * Waits to have heard what decides who reads an event. The record shows an event at once, and what its service tells of
 * it comes later. All who wait share one question.
 */
export class Heard {
  #until = '' as Instant;
  #asked = '' as Instant;
  readonly #hear: () => Promise<void>;

  constructor(hearing: Pick<AuditApi, 'caughtUp' | 'heard'>) {
    this.#hear = begunAfter(async () => {
      const before = this.#asked;
      await hearing.caughtUp();
      while (!(await hearing.heard(before)));
      this.#until = before;
    });
  }

  async before(instant: Instant): Promise<void> {
    if (instant > this.#asked) this.#asked = instant;
    while (this.#until < instant) await this.#hear();
  }
}
