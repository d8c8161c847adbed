import { entry } from '../entry';

/** Draws by lot of seats of the panel, and what is published before them (I-72). */
export const draws = {
  'panelreview.MemberDrawn': entry(
    'time',
    ['draw of a panel member by lot', '抽签确定专家组成员'],
    [
      'A seat of {party/nominatedBy|party} was filled by lot, because {because|drawn}. Anyone can repeat the draw.',
      '因{because|drawn}，{party/nominatedBy|party}的一个席位以抽签方式确定。任何人均可重复验证抽签。',
    ],
    ['A seat of the panel was filled by lot', '专家组席位以抽签方式确定'],
  ),
  'panelreview.NonceCommitted': entry(
    'party',
    ['addition of a nonce to a draw', '为抽签提交随机数'],
    [
      '{party/side|party} added the hash of a nonce to a draw of a seat of the panel.',
      '{party/side|party}为专家组席位的一次抽签提交了随机数的哈希。',
    ],
    ['A nonce was added to a draw', '已为抽签提交随机数'],
  ),
  'panelreview.DrawCalled': entry(
    'time',
    ['call of a draw', '宣布抽签'],
    [
      'A seat of {party/side|party} is to be drawn by lot, because {because|drawn}. Nonces that were added are laid ' +
        'open first.',
      '因{because|drawn}，{party/side|party}的一个席位将以抽签方式确定。先行公开已提交的随机数。',
    ],
    ['A draw was called: lay your nonce open', '已宣布抽签：请公开随机数'],
  ),
  'panelreview.NonceLaidOpen': entry(
    'party',
    ['laying open of a nonce', '公开随机数'],
    [
      '{party/side|party} laid its nonce for a draw of a seat of the panel open.',
      '{party/side|party}公开了其为专家组席位抽签提交的随机数。',
    ],
    ['A nonce was laid open', '随机数已公开'],
  ),
  'panelreview.NonceLeftOut': entry(
    'time',
    ['leaving out of a nonce', '随机数不计入抽签'],
    [
      '{party/side|party} did not lay its nonce open in time; the draw is held without it.',
      '{party/side|party}未按期公开其随机数，抽签不计该随机数而进行。',
    ],
    ['A nonce is left out of a draw', '抽签不计一项随机数'],
  ),
  'panelreview.DrawSecretMissing': entry(
    'registry',
    ['want of the secret of a draw', '抽签秘密值未公开'],
    [
      'The secretariat did not lay open the secret to which it had committed itself; the draw is held without it.',
      '秘书处未公开其已承诺的秘密值，抽签不计该秘密值而进行。',
    ],
    ['The secretariat did not lay the secret of a draw open', '秘书处未公开抽签的秘密值'],
  ),
};
