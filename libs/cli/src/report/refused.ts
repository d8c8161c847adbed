import type { Bilingual } from '@parley/kernel';
import { WordedError } from '@parley/kernel/worded-error';

/** What can be wrong with what is checked, beside what the library of the log refuses. Programs keep to the codes. */
export const REFUSALS = {
  'nothing-to-check': { en: 'There is nothing in it to check.', 'zh-Hans': '其中没有可供查验的内容。' },
  'text-malformed': { en: 'This is not a text in UTF-8.', 'zh-Hans': '这不是 UTF-8 文本。' },
  'json-malformed': { en: 'This is not an object in JSON.', 'zh-Hans': '这不是 JSON 对象。' },
  'event-malformed': { en: 'This is not an event of an export.', 'zh-Hans': '这不是导出文件中的一个事件。' },
  'header-altered': {
    en: 'The header of an event is not the one that its commitment names.',
    'zh-Hans': '一个事件的标头与其承诺值不符。',
  },
  'header-malformed': {
    en: 'The header of an event is not written as a header is.',
    'zh-Hans': '一个事件的标头不符合标头的写法。',
  },
  'payload-altered': {
    en: 'The content of an event is not the one that its header names.',
    'zh-Hans': '一个事件的内容与其标头所示不符。',
  },
  'link-broken': {
    en: 'An event does not follow the one that stands before it in its stream.',
    'zh-Hans': '一个事件不能接续其数据流中的前一事件。',
  },
  'line-malformed': {
    en: 'A line of the export is none that may stand there.',
    'zh-Hans': '导出文件中有一行不应出现在该处。',
  },
  'event-missing': {
    en: 'An event that was recorded between others of its stream is neither shown nor left out by a stub.',
    'zh-Hans': '同一数据流中两个事件之间缺少一个事件，既未载明，也无存根。',
  },
  'head-differs': {
    en: 'A stream does not end with the event that the export names as its last one.',
    'zh-Hans': '一个数据流的最后一个事件不是导出文件所称的末端事件。',
  },
  'not-of-the-docket': { en: 'An event is none of the public docket.', 'zh-Hans': '一个事件不属于公开案件登记簿。' },
  'serial-missing': {
    en: 'The serials of the docket are not 1, 2, 3 … without a gap.',
    'zh-Hans': '登记簿的序号不是从 1 起连续无缺。',
  },
  'not-in-the-log': { en: 'The log has no entry for an event.', 'zh-Hans': '日志中没有一个事件的条目。' },
  'docket-rewritten': {
    en: 'The docket that is shown is not the one that the mirror has, gone on.',
    'zh-Hans': '所显示的登记簿不是镜像所存登记簿的延续。',
  },
  'history-rewritten': {
    en: 'The history that is shown is not the one that the mirror has, gone on.',
    'zh-Hans': '所显示的案件经过不是镜像所存经过的延续。',
  },
  'not-of-the-case': {
    en: 'A stream of the history is none of its case.',
    'zh-Hans': '案件经过中的一个数据流不属于该案件。',
  },
  'case-gone': {
    en: 'The server does not show a case any more that the mirror has.',
    'zh-Hans': '服务器不再显示镜像所存的一个案件。',
  },
  'case-unknown': { en: 'There is no such case in it.', 'zh-Hans': '其中没有此案件。' },
  'proof-malformed': { en: 'This is not the proof of an event.', 'zh-Hans': '这不是一个事件的证明。' },
  'index-differs': {
    en: 'The place that is named is not the one that is proved.',
    'zh-Hans': '所称的位置不是所证明的位置。',
  },
  'proof-of-another': { en: 'The proof is of an event that is not here.', 'zh-Hans': '该证明所证的事件不在其中。' },
  'receipt-malformed': { en: 'This is not a receipt.', 'zh-Hans': '这不是一份收据。' },
  'keys-malformed': { en: 'These are not the keys of a registry.', 'zh-Hans': '这不是登记处的公钥。' },
  'key-unknown': { en: 'The receipt names a key that is not known.', 'zh-Hans': '收据所称的公钥不在已知公钥之中。' },
  'key-not-in-force': {
    en: 'The receipt is by a key that the registry did not use at that time.',
    'zh-Hans': '收据所用的公钥在当时并非登记处所用。',
  },
  'key-not-succeeded': {
    en: 'A key of the registry is not signed by the one that the set names before it.',
    'zh-Hans': '登记处的一项公钥未经公钥集中其前一公钥签署。',
  },
  'receipt-forged': {
    en: 'The signature of the receipt is not by the key that it names.',
    'zh-Hans': '收据的签名不是其所称公钥的签名。',
  },
  'receipt-differs': {
    en: 'What stands beside the signature is not what was signed.',
    'zh-Hans': '签名旁所载的内容与所签署的不同。',
  },
  'party-keys-malformed': { en: 'These are not the keys of the sides.', 'zh-Hans': '这不是双方的密钥。' },
  'signature-key-unknown': {
    en: 'An act is signed by a key that its side has not registered.',
    'zh-Hans': '一项行为所用的签名密钥未由其本方登记。',
  },
  'signature-key-not-in-force': {
    en: 'An act is signed by a key that was not in force when it was received.',
    'zh-Hans': '一项行为所用的签名密钥在收到该行为时并非有效。',
  },
  'signature-of-another-act': {
    en: 'A signature is over another digest than that of its act.',
    'zh-Hans': '一项签名所覆盖的摘要与其行为的摘要不符。',
  },
  'signature-of-another-person': {
    en: 'An act is signed by the key of another person than who did it.',
    'zh-Hans': '一项行为所用的签名密钥属于行为人以外的人员。',
  },
  'signature-from-elsewhere': {
    en: 'A passkey was asked within a frame of another site, or for another relying party than the site that it names.',
    'zh-Hans': '一项通行密钥的签名系在其他网站的嵌入框架内作出，或其依赖方并非其所称的网站。',
  },
  'signature-user-not-verified': {
    en: 'A passkey was used without its device having verified who used it.',
    'zh-Hans': '使用通行密钥时，设备未验证其使用者。',
  },
  'signature-forged': {
    en: 'A signature was not made by the key that it names.',
    'zh-Hans': '一项签名并非由其所指密钥作出。',
  },
  'key-file-malformed': {
    en: 'The file holds no private key by which acts are signed.',
    'zh-Hans': '该文件不含可用于签署行为的私钥。',
  },
  'key-file-open': {
    en: 'Others than its owner may read the file of the key; take that from them (chmod 600).',
    'zh-Hans': '所有者以外的人可读取该密钥文件；请取消其权限（chmod 600）。',
  },
  'grievance-differs': {
    en: 'The grievance has another digest than the one that is named for it.',
    'zh-Hans': '该申诉的摘要值与为其所指明的不同。',
  },
  'bag-malformed': { en: 'This is not a dossier.', 'zh-Hans': '这不是卷宗。' },
  'file-missing': { en: 'The dossier lacks a file that it names.', 'zh-Hans': '卷宗缺少其所列的文件。' },
  'file-unnamed': { en: 'The dossier has a file that it does not name.', 'zh-Hans': '卷宗含有其未列明的文件。' },
  'file-altered': {
    en: 'A file of the dossier is not the one that its manifest names.',
    'zh-Hans': '卷宗的一个文件与其清单所列的不同。',
  },
  'manifest-differs': {
    en: 'The manifest is not the one that is named.',
    'zh-Hans': '清单不是所指明的清单。',
  },
  'archive-differs': {
    en: 'The dossier is not the file that the record says was issued.',
    'zh-Hans': '该卷宗不是记录所载已签发的文件。',
  },
  'proofs-altered': {
    en: 'What stands beside the dossier is not what was taken from the log.',
    'zh-Hans': '卷宗旁所附的内容与取自日志的不同。',
  },
  'proof-missing': {
    en: 'The proof that the dossier was issued is not there.',
    'zh-Hans': '缺少该卷宗已签发的证明。',
  },
  'another-past': {
    en: 'The log that proves the events has another past than the checkpoint that the dossier holds.',
    'zh-Hans': '证明各事件的日志，其历史与卷宗所含检查点所示者不同。',
  },
  'consistency-missing': {
    en: 'The proof that the log extends the checkpoint of the dossier is not there.',
    'zh-Hans': '缺少该日志延伸自卷宗所含检查点的证明。',
  },
  'record-differs': {
    en: 'The record in the dossier is not the one of which it says that it was made.',
    'zh-Hans': '卷宗中的记录不是其自称据以制作的记录。',
  },
} as const satisfies Record<string, Bilingual>;

export type Refusal = keyof typeof REFUSALS;

/** Why something does not hold. */
export class Refused extends WordedError<Refusal> {
  override readonly name = 'Refused';

  /** @param about a line, a serial, a name */
  constructor(code: Refusal, about: string) {
    super(REFUSALS, code, about);
  }
}
