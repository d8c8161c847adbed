import type { MemorandumForum } from './forums.rules';

/** The two governments. What is laid before them is a choice and no complaint, and both get the same memorandum. */
export const capitals: MemorandumForum = {
  code: 'CAPITALS',
  kind: 'memorandum',
  name: { en: 'The two capitals', 'zh-Hans': '两国首都' },
  whoFiles: {
    en:
      'The secretariat hands the same memorandum to both capitals at one instant; which of its options ' +
      'they take is theirs to say.',
    'zh-Hans': '秘书处于同一时刻将同一备忘录送交两国首都；采取何种选项由其自行决定。',
  },
  fewestOptions: 2,
  symbols: '^[A-Z0-9][A-Za-z0-9./-]{1,59}$',
  source: 'Rules of procedure, S12',
};
