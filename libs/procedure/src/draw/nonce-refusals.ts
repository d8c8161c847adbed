import type { RefusalReason } from '@parley/kernel';

/** Refusals about what desks add to any draw (I-72). */
export const noncesOfDesks = {
  nonceCommitted: {
    code: 'nonce-already-committed',
    rule: 'I-72',
    en: 'This side has added a nonce to this draw already. Lay that one open when the draw is called.',
    'zh-Hans': '本方已为此次抽签提交随机数的哈希。请在宣布抽签后公开该随机数。',
  },
  commitmentLate: {
    code: 'nonce-commitment-out-of-time',
    rule: 'I-72',
    en: 'This draw is due, and no nonce is added to it any more. Add one to the next draw.',
    'zh-Hans': '此次抽签已到期，不得再提交随机数。可为下一次抽签提交。',
  },
  commitmentUsed: {
    code: 'nonce-commitment-used',
    rule: 'I-72',
    status: 422,
    en: 'This hash stands on record already. Make a nonce that nobody knows, and add its hash.',
    'zh-Hans': '该哈希已载入记录。请另生成无人知悉的随机数并提交其哈希。',
  },
  nonceNotCommitted: {
    code: 'nonce-not-committed',
    rule: 'I-72',
    en: 'This side has added no nonce to this draw. Add the hash of one before a draw is called.',
    'zh-Hans': '本方未为此次抽签提交随机数。请在宣布抽签之前提交其哈希。',
  },
  nonceEarly: {
    code: 'draw-not-called',
    rule: 'I-72',
    en: 'The draw has not been called. Lay the nonce open then: before, others could still choose theirs by it.',
    'zh-Hans': '尚未宣布抽签。请届时公开随机数：此前公开，他方仍可据以选择其随机数。',
  },
  nonceLaidOpen: {
    code: 'nonce-already-laid-open',
    rule: 'I-72',
    en: 'This side has laid its nonce open. Nothing more is awaited of it before the draw.',
    'zh-Hans': '本方已公开其随机数，抽签前无须再作任何行为。',
  },
  nonceLate: {
    code: 'nonce-out-of-time',
    rule: 'I-72',
    en: 'The time to lay nonces open for this draw has passed. Add one to the next draw.',
    'zh-Hans': '公开此次抽签随机数的期限已过。可为下一次抽签提交。',
  },
  nonceDiffers: {
    code: 'nonce-does-not-fit',
    rule: 'I-72',
    status: 422,
    en: 'The SHA-256 of this nonce is not the hash that this side has added. Lay that very nonce open.',
    'zh-Hans': '该随机数的 SHA-256 与本方提交的哈希不符。请公开与该哈希相符的随机数。',
  },
} as const satisfies Record<string, RefusalReason>;
