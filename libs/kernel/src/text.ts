/** The languages of the secretariat: English and simplified Chinese, equally authentic. */
export type Language = 'en' | 'zh-Hans';

/** Something that a person wrote. `of` names the text that a translation translates. */
export interface Text {
  readonly lang: Language;
  readonly text: string;
  readonly kind: 'original' | 'translation' | 'authentic';
  readonly of?: string;
}

/** The secretariat's own words, in both languages at once. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-Hans': string;
}
