import type { RuleTexts } from './rule-texts';

/** How time is counted, on which track, and by which version of the rules. */
export const RULES_OF_TIME = {
  'counting-time': {
    title: {
      en: 'Counting time',
      'zh-Hans': '期限的计算',
    },
    sentence: {
      en:
        'The trigger day is not counted, the last day is. A limit of calendar days that ends on no joint business ' +
        'day rolls to the next one, urgent track and hotline excepted. A day ends at the hour of the seat, and ' +
        'what arrives then or later arrives on the next joint business day.',
      'zh-Hans':
        '触发日不计入，末日计入。以日历日计的期限届满于非共同工作日的，顺延至下一共同工作日，紧急程序和热线除外。一' +
        '日于所在地规定时刻终了，届时或其后到达的，视为于下一共同工作日到达。',
    },
    why: {
      en: 'Two calendars, two time zones and a third place: the arithmetic has to be written down.',
      'zh-Hans': '两套日历、两个时区和第三地：计算方法须有明文。',
    },
    changes: {
      en: 'Ask what a deadline would be before you rely on it. The answer shows its working.',
      'zh-Hans': '依赖某一期限之前请先查询；答复载明计算过程。',
    },
  },
  complex: {
    title: {
      en: 'Complex track',
      'zh-Hans': '复杂程序',
    },
    sentence: {
      en:
        'Both parties agree on it at any time before S9, or the co-heads decide so on reasons given until the ' +
        'panel is composed. The panel then has three members of each side, a longer review and a later long-stop.',
      'zh-Hans':
        '双方可在 S9 之前随时约定适用，或由共同负责人在专家组组成前附理由决定。专家组由每方三名成员组成，审查期更' +
        '长，最长期限更晚。',
    },
    why: {
      en: 'A case of a hundred measures cannot be read in the time of one.',
      'zh-Hans': '百项措施的案件，不能在一项措施的时间内审阅。',
    },
    changes: {
      en: 'Seats are added where the panel stood already, and the clocks below hold from then on.',
      'zh-Hans': '已组成的专家组增设席位，此后适用下列期限。',
    },
  },
  urgent: {
    title: {
      en: 'Urgent track',
      'zh-Hans': '紧急程序',
    },
    sentence: {
      en:
        'It is claimed with reasons (perishable goods, an irreversible measure, safety, an incident), granted ' +
        'unless both co-heads refuse, and confirmed by the panel. It counts calendar days and hours and rolls ' +
        'nothing.',
      'zh-Hans':
        '附理由主张适用（易腐货物、不可逆转的措施、安全、突发事件），除两名共同负责人均拒绝外予以适用，并由专家组确' +
        '认。以日历日和小时计算，不作顺延。',
    },
    why: {
      en: 'Some harm is done before an ordinary procedure has begun.',
      'zh-Hans': '有些损害在普通程序开始之前即已发生。',
    },
    changes: {
      en:
        "Each side has one member, from its duty roster. Without the panel's confirmation the standard clocks " +
        'start from there.',
      'zh-Hans': '每方一名成员，出自其值班名册。未经专家组确认的，自该时起适用普通程序期限。',
    },
  },
  'many cases': {
    title: {
      en: 'Many cases at once',
      'zh-Hans': '多案并行',
    },
    sentence: {
      en: 'From the fourth case on that one side registers within a short time, each reply gets more time.',
      'zh-Hans': '同一方在短期内登记的案件，自第四件起，每项答复的期限予以增加。',
    },
    why: {
      en: 'Nobody shall win by filing more than the other side can answer.',
      'zh-Hans': '任何人不得以超出对方答复能力的案件数量取胜。',
    },
    changes: {
      en: 'The notice of registration says which time holds for this reply.',
      'zh-Hans': '登记通知载明该项答复所适用的期限。',
    },
  },
  'long-stop': {
    title: {
      en: 'Long-stop',
      'zh-Hans': '最长期限',
    },
    sentence: {
      en:
        'It is the limit in calendar days from registration to the close of the deliberation. Before S8 the ' +
        'screening lapses at it. From S8 on it closes the deliberation instead. Time in which a seat of one side ' +
        'keeps the panel from being whole is added, within a limit, and the docket says on whose account.',
      'zh-Hans':
        '自登记至评议结束的日历日上限。S8 之前审查于届满时失效；自 S8 起则使评议结束。因一方席位使专家组不能齐员的' +
        '时间在限度内加计，登记簿载明由何方承担。',
    },
    why: {
      en: 'Panels elsewhere take far longer than their rules say. Here the limit is kept, and the delay is explained.',
      'zh-Hans': '他处的专家组用时远超规则所定；此处则遵守时限并说明延误。',
    },
    changes: {
      en: 'At the latest then the case has an outcome, or the dossier can be asked for without findings.',
      'zh-Hans': '届时案件必有结果，或可申请不含结论的卷宗。',
    },
  },
  'rule-set': {
    title: {
      en: 'Versions of the rules',
      'zh-Hans': '规则版本',
    },
    sentence: {
      en:
        'The numbers of the rules are data, in versions. A case keeps the version of its filing unless both ' +
        'parties sign a move to another. Each version is checked for room: one in which a plain or a contested ' +
        'path could pass its long-stop is refused.',
      'zh-Hans':
        '规则的数值为数据，分版本管理。案件适用其提交时的版本，双方签署改用其他版本者除外。每一版本均经余量检验：普' +
        '通路径或争议路径可能超过最长期限的版本予以拒绝。',
    },
    why: {
      en: 'Numbers will change with experience, and no change may reach into a running case unseen.',
      'zh-Hans': '数值将随经验调整，而任何调整不得悄然影响进行中的案件。',
    },
    changes: {
      en: 'Look up the version that a case is under, and each number in it.',
      'zh-Hans': '请查阅案件所适用的版本及其中的各项数值。',
    },
  },
  'demonstration-clock': {
    title: {
      en: 'Demonstration clock',
      'zh-Hans': '演示时钟',
    },
    sentence: {
      en:
        'In an installation for demonstration the operator moves time forward, never back, and each deadline falls ' +
        'due in its order.',
      'zh-Hans': '在演示安装中，运维人员可将时间向前推进，不得后退，各期限依次届满。',
    },
    why: {
      en: 'Nobody can wait months to see what a silence leads to.',
      'zh-Hans': '无人能够为观察沉默的后果而等待数月。',
    },
    changes: {
      en: 'It does not exist in production.',
      'zh-Hans': '生产环境中不存在此功能。',
    },
  },
} as const satisfies Readonly<Record<string, RuleTexts>>;
