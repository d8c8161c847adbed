import type { Bilingual, Tier } from '@parley/kernel';

/** What may be wrong with the record of a case. */
export type GapKind =
  | 'chain-broken'
  | 'number-missing'
  | 'bytes-missing'
  | 'bytes-differ'
  | 'exhibit-not-shown'
  | 'tombstone-not-shown'
  | 'docket-entry-missing'
  | 'notice-without-record';

/** One thing that is not as the record promises. */
export interface Gap {
  readonly kind: GapKind;
  /** Number of the exhibit, id of the notice, or name of the stream. */
  readonly subject: string;
  /** Which bytes, which readers, which recipient; empty where the kind says it all. */
  readonly detail: string;
  /** Who may know of it: the readers of what it is about (I-43). */
  readonly tier: Tier;
}

export const GAP_KINDS: readonly GapKind[] = [
  'chain-broken',
  'number-missing',
  'bytes-missing',
  'bytes-differ',
  'exhibit-not-shown',
  'tombstone-not-shown',
  'docket-entry-missing',
  'notice-without-record',
];

/** What each kind says, to whoever runs the check. */
export const gapWords: Readonly<Record<GapKind, Bilingual>> = {
  'chain-broken': {
    en: 'An event of the record was altered, or one is missing.',
    'zh-Hans': '记录中有事件被更改或缺失。',
  },
  'number-missing': { en: 'A number is missing among the exhibits of a party.', 'zh-Hans': '一方证物的编号有缺失。' },
  'bytes-missing': { en: 'The bytes of an exhibit are not there.', 'zh-Hans': '证物内容缺失。' },
  'bytes-differ': {
    en: 'The bytes of an exhibit are not those that were accepted.',
    'zh-Hans': '证物内容与受理时不符。',
  },
  'exhibit-not-shown': {
    en: 'An exhibit is not shown to a reader who is entitled to it.',
    'zh-Hans': '有权查阅者未能查阅证物。',
  },
  'tombstone-not-shown': {
    en: 'The tombstone of an exhibit is not shown to a reader who knew of the exhibit.',
    'zh-Hans': '曾知悉证物者未能查阅其撤回注记。',
  },
  'docket-entry-missing': {
    en: 'What is public of an exhibit is not on the docket.',
    'zh-Hans': '证物的公开事项未载于公开案卷。',
  },
  'notice-without-record': {
    en: 'A notice has neither a record of its service nor of its absence.',
    'zh-Hans': '通知既无送达记录，亦无未送达记录。',
  },
};
