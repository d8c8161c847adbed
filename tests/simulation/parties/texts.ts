import type { Text } from '@parley/kernel';

export const english = (text: string): readonly Text[] => [{ lang: 'en', text, kind: 'original' }];

export const bilingual = (en: string, zh: string): readonly Text[] => [
  { lang: 'en', text: en, kind: 'original' },
  { lang: 'zh-Hans', text: zh, kind: 'translation', of: 'en' },
];
