import type { DossierContext } from '../dossier-context';
import { drawsHeld, type HeldDraw } from '../story/draws-held';
import { entries, heading, paragraph, say, type Block, type Page, type Printable } from './page';

const HOW = say(
  'Anybody can repeat these draws. What was published before a draw stands first; the hash of the secret that was ' +
    'laid open must be that one. The seed is the SHA-256 of {"nonces":{…},"rosterDigest":…,"seat":…,"secret":…} ' +
    'without spaces, with each nonce that was laid open under the role of its side. For n eligible names, sorted ' +
    'by bytes, take the first 12 hexadecimal digits of the SHA-256 of the seed followed by “:0” as a number. Where ' +
    'it is below the largest multiple of n that 16^12 holds, the remainder by n is the place of the name drawn, ' +
    'counted from 0; otherwise “:1” follows, and so on.',
  '任何人均可重复这些抽签。首先列出抽签之前公布的内容；所公开秘密值的哈希须与之相符。种子为不含空格的 ' +
    '{"nonces":{…},"rosterDigest":…,"seat":…,"secret":…} 的 SHA-256，其中已公开的随机数各列于其所属方的角色之下。设可抽中者为 n ' +
    '人，按字节排序：取“种子:0”的 SHA-256 的前 12 位十六进制数字为一数；该数小于 16^12 以内 n 的最大倍数时，其除以 n ' +
    '的余数即为被抽中者的位次（自 0 起）；否则改用“种子:1”，依此类推。',
);

/** What is needed to repeat each draw by lot. There is no page where nobody was drawn. */
export function drawsPages({ file }: Pick<DossierContext, 'file'>): readonly Page[] {
  const draws = drawsHeld(file);
  if (draws.length === 0) return [];
  return [
    {
      name: '07a-draws',
      title: [
        { lang: 'en', text: 'Draws by lot' },
        { lang: 'zh-Hans', text: '抽签' },
      ],
      blocks: [paragraph(HOW), ...draws.flatMap(blocksOf)],
      data: { draws },
    },
  ];
}

function blocksOf({ heldAt, record, before }: HeldDraw): readonly Block[] {
  const { seat, draw, secret, nonces, roster, eligible, seed, drawn } = record;
  return [
    heading(say(`Draw ${String(draw)} of ${seat}`, `${seat} 的第 ${String(draw)} 次抽签`)),
    entries(
      [say('Hash of the secret, published before', '秘密值的哈希（事先公布）'), before.commitment ?? ''],
      ...Object.entries(before.nonces).map(([role, hash]): [ReturnType<typeof say>, Printable] => [
        say(`Hash of the nonce of: ${role}`, `随机数的哈希：${role}`),
        hash,
      ]),
      [say('Hash of the frozen roster', '冻结名册的哈希'), before.rosterDigest],
      [say('Held', '抽签时刻'), heldAt],
      [say('Secret', '秘密值'), secret ?? say('not laid open; left out', '未公开，不计入')],
      ...nonces.map(({ of, nonce }): [ReturnType<typeof say>, Printable] => [
        say(`Nonce of: ${of}`, `随机数：${of}`),
        nonce ?? say('not laid open in time; left out', '未按期公开，不计入'),
      ]),
      [say('Roster', '名册'), roster.join(', ')],
      [say('Eligible', '可抽中者'), eligible.join(', ')],
      [say('Seed', '种子'), seed],
      [say('Drawn', '抽中者'), drawn],
    ),
  ];
}
