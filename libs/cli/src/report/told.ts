import type { Bilingual } from '@parley/kernel';

export type Found = string | number | boolean | null | readonly Found[] | { readonly [name: string]: Found };

/**
 * What a check says while it goes on. What was told before something was refused still counts: it had held until then.
 */
export class Told {
  readonly checked: Bilingual[] = [];
  readonly unchecked: Bilingual[] = [];
  readonly found: Record<string, Found> = {};

  /** Something that was looked at and holds. */
  holds(en: string, zh: string): void {
    this.checked.push({ en, 'zh-Hans': zh });
  }

  /** Something that a reader may take for checked, and that was not. It is said once. */
  leaves(en: string, zh: string): void {
    if (this.unchecked.some((said) => said.en === en)) return;
    this.unchecked.push({ en, 'zh-Hans': zh });
  }
}
