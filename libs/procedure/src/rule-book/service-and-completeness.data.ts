import type { RuleTexts } from './rule-texts';

/** Service, and that nothing is missing. */
export const SERVICE_AND_COMPLETENESS = {
  'I-58': {
    sentence: {
      en:
        'Each notice and each served document has a service record per recipient: sent, delivered, retrieved, each ' +
        'with its instant; *not delivered* (24 h) and *not retrieved* (5 JBD) become facts of record by themselves.',
      'zh-Hans':
        '每项通知和每份送达文件对每一收件方均有送达记录：发送、送达、提取，各载时刻；*未送达*（24 小时）和*未提取*' +
        '（5 个共同工作日）自动成为记录事实。',
    },
    why: {
      en: 'Nobody shall be able to say that he never got it.',
      'zh-Hans': '任何人不得声称从未收到。',
    },
    changes: {
      en: 'Not retrieving a notice stops no clock, and the record says that it was not retrieved.',
      'zh-Hans': '未提取通知不使任何期限停止，记录载明其未被提取。',
    },
  },
  'I-59': {
    sentence: {
      en: 'Serving again never moves a trigger: the clock runs from the first valid service.',
      'zh-Hans': '再次送达绝不改变触发时刻：期限自首次有效送达起算。',
    },
    why: {
      en: 'Otherwise sending a paper again would give time again.',
      'zh-Hans': '否则重复送达即等于重新给予时间。',
    },
    changes: {
      en: 'A second copy is only a help to the reader.',
      'zh-Hans': '第二份文本仅供收件方便利。',
    },
  },
  'I-60': {
    sentence: {
      en:
        'Either side can ask for all that was served on it in a range of time, and the signed answer with its ' +
        'digests equals what the record says.',
      'zh-Hans': '任何一方均可索取一定时间内向其送达的全部内容；附摘要值的签署答复与记录所载一致。',
    },
    why: {
      en: 'A ministry must be able to prove to its own superiors what it was sent.',
      'zh-Hans': '主管部门应能向其上级证明曾收到何物。',
    },
    changes: {
      en: 'Ask for a range of time, keep the signed answer, compare digests.',
      'zh-Hans': '请指定时间范围索取，保存签署答复并比对摘要值。',
    },
  },
  'I-61': {
    sentence: {
      en:
        "A declared outage of the secretariat's system moves a deadline that ends in it, or in the hour after one " +
        'that counts for it, to the end of the next JBD after it (urgent track and hotline: by its own length), ' +
        'for both sides, and shortens none; what came by the fallback channel is entered with its true time of ' +
        'receipt, and says so.',
      'zh-Hans':
        '经宣告的秘书处系统中断，使在中断期间届满、或在计入该期限的中断结束后一小时内届满的期限，移至其后下一共同工' +
        '作日终了时（紧急程序和热线：移后其中断的时长），对双方相同，且不缩短任何期限；经备用渠道收到的内容以实际收' +
        '到时间载入，并予注明。',
    },
    why: {
      en: "A side must not lose because the secretariat's machine was down.",
      'zh-Hans': '不应因秘书处系统故障而使一方失利。',
    },
    changes: {
      en:
        'If it was away when your time ended, you have until the next joint business day. Use the fallback channel ' +
        'and enter it late.',
      'zh-Hans': '期限届满时系统中断的，可延至下一共同工作日；可使用备用渠道并予补录。',
    },
  },
  'I-62': {
    sentence: {
      en:
        'Every exhibit ever accepted is visible now to every reader entitled to it, or its tombstone is, or the ' +
        'recorded joint decision that destroyed its key; anyone can run the check over a case.',
      'zh-Hans':
        '曾被接收的每一证据，现对每一有权读者可见，或可见其撤回注记，或可见销毁其密钥的共同决定记录；任何人均可对一' +
        '案运行该核查。',
    },
    why: {
      en: 'Evidence must not fall out of a file without somebody answering for it.',
      'zh-Hans': '证据不得在无人负责的情况下从卷中消失。',
    },
    changes: {
      en: 'Run the completeness check of a case. It counts what was ever accepted.',
      'zh-Hans': '请对案件运行完整性核查，其统计曾被接收的全部证据。',
    },
  },
  'I-63': {
    sentence: {
      en: 'Public entries carry a serial without gaps; a reader can tell that nothing was left out.',
      'zh-Hans': '公开条目载有连续无缺的序号；读者可判断没有遗漏。',
    },
    why: {
      en: 'What was left out cannot be seen in what is there.',
      'zh-Hans': '遗漏之物，从现存内容中无从看出。',
    },
    changes: {
      en: 'Count the serials: a missing number is a fault that everybody can see.',
      'zh-Hans': '请点数序号：缺号是人人可见的差错。',
    },
  },
  'I-64': {
    sentence: {
      en: 'A deadline that is shown shows its first date, each change with its reason, and its present date.',
      'zh-Hans': '所示期限载明其首次日期、每次变更及理由，以及现行日期。',
    },
    why: {
      en: 'A date that moved without a word breeds suspicion.',
      'zh-Hans': '无说明而变动的日期引起猜疑。',
    },
    changes: {
      en: 'Each deadline tells its story: first date, who moved it and why, and what it is now.',
      'zh-Hans': '每项期限均载其经过：首次日期、何人因何变更、现为何日。',
    },
  },
  'I-65': {
    sentence: {
      en: 'No finding rests on material of which the other side had no version to comment on, and time to do so.',
      'zh-Hans': '结论不得以另一方无文本可供评论、或无时间评论的材料为依据。',
    },
    why: {
      en: 'Nobody shall lose by a paper that he could not answer.',
      'zh-Hans': '任何人不得因无从答辩的文件而失利。',
    },
    changes: {
      en: 'Before the deliberation closes the other side has had a version and some days with it.',
      'zh-Hans': '评议结束前，另一方已获得文本及若干日的评论时间。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
