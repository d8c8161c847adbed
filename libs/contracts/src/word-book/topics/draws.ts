import { entry } from '../entry';

/** Draws by lot of seats of the panel and of crisis teams, and what is published before them (I-72). */
export const draws = {
  'panelreview.MemberDrawn': entry(
    'time',
    ['draw of a panel member by lot', '抽签确定专家组成员'],
    [
      'A seat of {party/nominatedBy|party} was filled by lot[ with {member/personId}], because {because|drawn}. ' +
        'Anyone can repeat the draw.',
      '因{because|drawn}，{party/nominatedBy|party}的一个席位以抽签方式确定[，人选为 {member/personId}]。' +
        '任何人均可重复验证抽签。',
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
  'panelreview.CrisisDrawsOpened': entry(
    'registry',
    ['commitment to the secrets of the draw of a crisis team', '对危机小组抽签秘密值的承诺'],
    [
      'The hashes of the secrets by which a crisis team may be drawn were published, and both duty rosters frozen.',
      '危机小组可能进行的抽签的秘密值哈希已公布，双方值勤名册已冻结。',
    ],
  ),
  'intake.CrisisDrawAnnounced': entry(
    'registry',
    ['announcement of the draw of a crisis team', '预告危机小组抽签'],
    [
      'A crisis team is to be drawn by lot. Either side can still add a nonce.',
      '危机小组将以抽签方式组成。任何一方仍可提交随机数。',
    ],
    ['A crisis team is to be drawn: you can add a nonce', '危机小组将抽签组成：可提交随机数'],
  ),
  'intake.CrisisNonceCommitted': entry(
    'party',
    ['addition of a nonce to the draw of a crisis team', '为危机小组的抽签提交随机数'],
    [
      '{party|party} added the hash of a nonce to the draw of a crisis team.',
      '{party|party}为危机小组的抽签提交了随机数的哈希。',
    ],
    ['A nonce was added to the draw of a crisis team', '已为危机小组的抽签提交随机数'],
  ),
  'intake.CrisisDrawCalled': entry(
    'time',
    ['call of the draw of a crisis team', '宣布危机小组抽签'],
    [
      'A crisis team is to be drawn by lot. Nonces that were added are laid open first.',
      '危机小组将以抽签方式组成。先行公开已提交的随机数。',
    ],
    ['The draw of a crisis team was called: lay your nonce open', '已宣布危机小组抽签：请公开随机数'],
  ),
  'intake.CrisisNonceLaidOpen': entry(
    'party',
    ['laying open of a nonce for a crisis team', '公开危机小组抽签的随机数'],
    [
      '{party|party} laid its nonce for the draw of a crisis team open.',
      '{party|party}公开了其为危机小组抽签提交的随机数。',
    ],
    ['A nonce was laid open', '随机数已公开'],
  ),
  'intake.CrisisNonceLeftOut': entry(
    'time',
    ['leaving out of a nonce for a crisis team', '随机数不计入危机小组抽签'],
    [
      '{party/side|party} did not lay its nonce for a crisis team open in time; the team is drawn without it.',
      '{party/side|party}未按期公开其为危机小组提交的随机数，抽签不计该随机数而进行。',
    ],
    ['A nonce is left out of the draw of a crisis team', '危机小组抽签不计一项随机数'],
  ),
  'intake.CrisisDrawDue': entry(
    'registry',
    ['draw of a crisis team becoming due', '危机小组抽签到期'],
    ['No more nonces are awaited: a crisis team is drawn now.', '不再等待随机数：现抽签组成危机小组。'],
    ['A crisis team is drawn now', '现抽签组成危机小组'],
  ),
  'intake.CrisisSecretMissing': entry(
    'registry',
    ['want of a secret of the draw of a crisis team', '危机小组抽签的秘密值未公开'],
    [
      'The secretariat did not lay open a secret to which it had committed itself; a crisis team was drawn without it.',
      '秘书处未公开其已承诺的秘密值，危机小组抽签不计该秘密值而进行。',
    ],
    ['The secretariat did not lay a secret of a draw open', '秘书处未公开抽签的秘密值'],
  ),
};
