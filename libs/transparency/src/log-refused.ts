/** Everything that can be wrong with what a verifier is given. A program keeps to the code, a person to the words. */
export const LOG_REFUSALS = {
  'note-malformed': { en: 'This is not a signed note.', 'zh-Hans': '这不是一份签名文本。' },
  'key-malformed': { en: 'This is not a verifier key.', 'zh-Hans': '这不是一个验证公钥。' },
  'key-unsuited': { en: 'A key of this kind has no place here.', 'zh-Hans': '此处不能使用这一类公钥。' },
  'signature-missing': { en: 'None of the keys that are known has signed.', 'zh-Hans': '没有任何已知公钥的签名。' },
  'signature-invalid': { en: 'A signature by a known key does not hold.', 'zh-Hans': '一个已知公钥的签名不成立。' },
  'checkpoint-malformed': { en: 'This is not a checkpoint.', 'zh-Hans': '这不是一个检查点。' },
  'origin-differs': { en: 'The checkpoint is of another log.', 'zh-Hans': '该检查点属于另一份日志。' },
  'log-unknown': { en: 'The policy knows no such log.', 'zh-Hans': '策略文件中没有这份日志。' },
  'quorum-missing': {
    en: 'The cosignatures that hold are not those that the policy asks for.',
    'zh-Hans': '成立的共同签名未达到策略文件的要求。',
  },
  'policy-malformed': { en: 'This is not a policy.', 'zh-Hans': '这不是一份策略文件。' },
  'proof-malformed': { en: 'This is not a proof of a log.', 'zh-Hans': '这不是一份日志证明。' },
  'outside-tree': { en: 'The tree of the checkpoint has no such entry.', 'zh-Hans': '该检查点的树中没有此条目。' },
  'inclusion-fails': {
    en: 'The proof does not lead from this entry to the root of the checkpoint.',
    'zh-Hans': '该证明不能由此条目推至检查点的根。',
  },
  'consistency-fails': {
    en: 'The later tree does not extend the earlier one.',
    'zh-Hans': '较晚的树不是较早的树的延伸。',
  },
  'path-malformed': { en: 'A log has no file at such a path.', 'zh-Hans': '日志中没有这样的路径。' },
  'file-missing': { en: 'A file of the log is not there.', 'zh-Hans': '日志的一个文件缺失。' },
  'tile-cut': { en: 'A tile is shorter or longer than its tree.', 'zh-Hans': '一个分块与其树的长度不符。' },
  'tile-differs': {
    en: 'A tile holds another hash than what lies below it gives.',
    'zh-Hans': '一个分块中的哈希与其下层算得的不同。',
  },
  'bundle-cut': {
    en: 'A bundle of entries is shorter or longer than it says.',
    'zh-Hans': '一组条目与其所示长度不符。',
  },
  'entry-too-long': { en: 'An entry is longer than 65,535 bytes.', 'zh-Hans': '一个条目超过 65,535 字节。' },
  'root-differs': { en: 'The files give another root than the checkpoint.', 'zh-Hans': '由文件算得的根与检查点不同。' },
  'request-malformed': { en: 'This is not a request to a witness.', 'zh-Hans': '这不是向见证方提出的请求。' },
  'old-size-differs': {
    en: 'The witness signed a checkpoint of another size last.',
    'zh-Hans': '见证方上次签署的检查点大小与此不同。',
  },
  'split-unproved': {
    en: 'This does not prove that neither tree extends the other.',
    'zh-Hans': '这不能证明两棵树互不为对方的延伸。',
  },
} as const satisfies Record<string, { readonly en: string; readonly 'zh-Hans': string }>;

export type LogRefusal = keyof typeof LOG_REFUSALS;

/**
 * Why something is not believed. The checks of this library throw, so that nobody goes on with what was refused because
 * a result was not looked at.
 */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';

  constructor(
    readonly code: LogRefusal,
    /** What it is about: a path, a line, a name. */
    readonly about: string,
  ) {
    super(`${LOG_REFUSALS[code].en} (${about})`);
  }

  /** The same in both languages. */
  get words(): { readonly en: string; readonly 'zh-Hans': string } {
    const { en, 'zh-Hans': zh } = LOG_REFUSALS[this.code];
    return { en: `${en} (${this.about})`, 'zh-Hans': `${zh}（${this.about}）` };
  }
}
