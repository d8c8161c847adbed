import type { RuleTexts } from './rule-texts';

/** Evidence, custody and the record. */
export const EVIDENCE_AND_RECORD = {
  'I-33': {
    sentence: {
      en:
        "An exhibit's bytes match its recorded digest at each read and export; a mismatch blocks its use and is " +
        'logged.',
      'zh-Hans': '证据的字节在每次阅览和导出时均与所记录的摘要值一致；不一致的，禁止使用并予记录。',
    },
    why: {
      en: 'Evidence that may have changed proves nothing.',
      'zh-Hans': '可能已被更改的证据不能证明任何事项。',
    },
    changes: {
      en: 'You get exactly the bytes that were filed, or a refusal that says that they are damaged.',
      'zh-Hans': '您获得的是与提交时完全相同的字节，否则将收到载明证据受损的拒绝。',
    },
  },
  'I-34': {
    sentence: {
      en:
        'Custody events form an unbroken chain: each handover names from, to, time and purpose, and the next ' +
        '"from" is the last "to".',
      'zh-Hans': '保管事件构成不间断的链条：每次移交载明移交方、接收方、时间和目的，且下一次的移交方即上一次的接收方。',
    },
    why: {
      en: 'An original that was somewhere unknown for a while could be another one.',
      'zh-Hans': '曾一度下落不明的原件，可能已非原物。',
    },
    changes: {
      en: 'A hand-over that does not begin where the last one ended is refused.',
      'zh-Hans': '未从上一次接收方开始的移交，予以拒绝。',
    },
  },
  'I-35': {
    sentence: {
      en: 'No event is altered or deleted; a correction is a new event that points to the old.',
      'zh-Hans': '任何事件均不得更改或删除；更正为指向原事件的新事件。',
    },
    why: {
      en: 'A record that can be tidied up can be falsified.',
      'zh-Hans': '可以被整理的记录，也可以被伪造。',
    },
    changes: {
      en: 'What was wrong stays readable, and beside it stands what is right.',
      'zh-Hans': '错误之处仍可阅览，其旁载有更正内容。',
    },
  },
  'I-36': {
    sentence: {
      en: "Replaying a case's events from nothing gives exactly its present state, and its state at any past instant.",
      'zh-Hans': '从头重放案件的全部事件，得出与其现状完全一致的状态，亦得出其在过去任一时刻的状态。',
    },
    why: {
      en: 'The state of a case is what happened in it, and nothing else.',
      'zh-Hans': '案件的状态即其中发生的一切，别无其他。',
    },
    changes: {
      en: 'An auditor can ask for a case as of any instant, and gets what a party could have seen then.',
      'zh-Hans': '审计人员可查询案件在任一时刻的状态，所得即当事方当时可见的内容。',
    },
  },
  'I-37': {
    sentence: {
      en:
        'Every acknowledged event is in a checkpoint within the promised delay; each checkpoint extends the one ' +
        'before.',
      'zh-Hans': '每一经确认的事件均在承诺的时间内载入检查点；每一检查点均为前一检查点的延续。',
    },
    why: {
      en: 'Who holds a checkpoint can prove that nothing before it was changed.',
      'zh-Hans': '持有检查点者可以证明此前的内容未被更改。',
    },
    changes: {
      en: 'Each event is in the log within two seconds. Anybody can keep a replica, which refuses another past.',
      'zh-Hans': '每一事件两秒内载入日志。任何人均可保存副本，副本拒绝不同的过往记录。',
    },
  },
  'I-38': {
    sentence: {
      en:
        "A checkpoint is *jointly attested* only with a valid cosignature from each side; no event's legal effect " +
        'waits for it.',
      'zh-Hans': '检查点仅在具有双方各一项有效副署时方为*共同见证*；任何事件的法律效力均不因此等待。',
    },
    why: {
      en: 'A log is believed when both sides have seen the same one.',
      'zh-Hans': '双方见到同一日志，日志方为可信。',
    },
    changes: {
      en: 'Each side runs a witness of its own. No act waits for it.',
      'zh-Hans': '双方各自运行见证方；任何行为均不因此等待。',
    },
  },
  'I-39': {
    sentence: {
      en: 'A reader with the bundle, the policy file and no network can verify receipt, inclusion and signatures.',
      'zh-Hans': '读者持有验证包和策略文件，即可在无网络的情况下核验回执、收录情况和签名。',
    },
    why: {
      en: "A proof that needs the secretariat's own server proves only that the server agrees.",
      'zh-Hans': '须依赖秘书处服务器的证明，只能说明该服务器同意。',
    },
    changes: {
      en: "It waits for the verification kit. A receipt's signature can be checked today by the published key.",
      'zh-Hans': '此项有待验证工具完成；目前可依公布的公钥核验回执签名。',
    },
  },
  'I-40': {
    sentence: {
      en: 'Reads of non-public material are logged with person, tier and purpose.',
      'zh-Hans': '对非公开材料的阅览，连同阅览人、阅览层级和目的，均予记录。',
    },
    why: {
      en: 'Secrecy that nobody checks ends with the first curious reader.',
      'zh-Hans': '无人核查的保密，终结于第一个好奇的读者。',
    },
    changes: {
      en:
        "Say in the header Parley-Purpose what you read for where few may read. Your side's auditor sees who read " +
        'what.',
      'zh-Hans': '在仅少数人可阅览之处，请以 Parley-Purpose 标头说明目的；本方审计人员可查阅何人阅览何物。',
    },
  },
  'I-41': {
    sentence: {
      en:
        'Redaction never changes the original; the public version says that something was removed and, by a coded ' +
        'reason, why, and holds none of it in any layer.',
      'zh-Hans': '遮盖绝不改变原件；公开文本载明有内容被删去，并以代码说明原因，且任何图层均不含被删内容。',
    },
    why: {
      en: 'Black bars over text that is still there have given away many secrets.',
      'zh-Hans': '文字犹存而仅覆以黑条，已泄露过许多机密。',
    },
    changes: {
      en: 'The public version is a file of its own. It says that something is missing and why, never what.',
      'zh-Hans': '公开文本为独立文件，载明有所缺失及其原因，绝不载明其内容。',
    },
  },
  'I-42': {
    sentence: {
      en:
        "Readers are added only with the designating party's consent or by both co-heads' signatures; taking " +
        'readers away never un-publishes silently: a tombstone stays.',
      'zh-Hans': '仅经指定方同意，或经两名共同负责人签署，方可增加读者；取消读者绝不悄然撤销公开：须留有撤回注记。',
    },
    why: {
      en: 'Who entrusts something to few must be sure that they stay few.',
      'zh-Hans': '将材料托付少数人者，应确信读者始终为少数。',
    },
    changes: {
      en: 'Readers are added by a loan that has an end. Where something was taken back, a tombstone says so.',
      'zh-Hans': '读者经有期限的出借而增加；材料被撤回之处，以撤回注记载明。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
