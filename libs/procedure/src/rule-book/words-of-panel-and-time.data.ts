import type { GlossaryEntry } from './rule-texts';

/** Words for the panel and for time. */
export const WORDS_OF_PANEL_AND_TIME = [
  {
    word: 'roster',
    term: { en: 'Roster', 'zh-Hans': '名册' },
    meaning: {
      en:
        "Each side's list of persons who may sit on a panel. A listing counts from that person's own acceptance " +
        'until it is taken back.',
      'zh-Hans': '各方可担任专家组成员者的名单；自本人接受时起生效，至其收回时止。',
    },
  },
  {
    word: 'duty-roster',
    term: { en: 'Duty roster', 'zh-Hans': '值班名册' },
    meaning: {
      en: 'Who of the roster serves this month in urgent matters.',
      'zh-Hans': '名册中本月负责紧急事务者。',
    },
  },
  {
    word: 'watch-list',
    term: { en: 'Watch list', 'zh-Hans': '值守名单' },
    meaning: {
      en:
        "Each side's officials on duty for the hotline, and its deputies, with the channels by which each is " +
        'reached.',
      'zh-Hans': '各方热线值守官员及其副职官员，以及联系各人的渠道。',
    },
  },
  {
    word: 'capacity',
    term: { en: 'Capacity', 'zh-Hans': '身份' },
    meaning: {
      en:
        'What a person is in a case: party, registry, panel, co-head, expert, third party, conciliator. It comes ' +
        "from that person's own act, never from being named.",
      'zh-Hans':
        '个人在案件中的地位：当事方、登记处、专家组、共同负责人、专家、第三方、调解员。其源于本人行为，绝不源于被他' +
        '人指名。',
    },
  },
  {
    word: 'panel',
    term: { en: 'Panel', 'zh-Hans': '专家组' },
    meaning: {
      en:
        'Equal numbers of members nominated by each side, with two co-chairs. It is *whole* while no seat is ' +
        'empty, challenged or open to challenge.',
      'zh-Hans': '由双方提名的人数相等的成员组成，设两名共同主席。无席位空缺、被申请回避或可被申请回避时为*齐员*。',
    },
  },
  {
    word: 'co-chairs',
    term: { en: 'Co-chairs', 'zh-Hans': '共同主席' },
    meaning: {
      en: 'The two members who lead the panel, one nominated by each side.',
      'zh-Hans': '主持专家组的两名成员，双方各提名一名。',
    },
  },
  {
    word: 'disclosure',
    term: { en: 'Disclosure', 'zh-Hans': '披露' },
    meaning: {
      en: 'What a nominee tells of ties to the matter before being seated, and later when something new comes up.',
      'zh-Hans': '被提名人就任前、以及其后出现新情况时，就其与事项的关联所作的说明。',
    },
  },
  {
    word: 'challenge',
    term: { en: 'Challenge', 'zh-Hans': '回避' },
    meaning: {
      en: "A side's request that a member of the other side's nomination leave, decided by the co-heads.",
      'zh-Hans': '一方请求另一方提名的成员退出，由共同负责人决定。',
    },
  },
  {
    word: 'peremptory-replacement',
    term: { en: 'Peremptory replacement', 'zh-Hans': '无因更换' },
    meaning: {
      en: 'The one time in a case at which a challenging side has a member replaced without a decision on the reason.',
      'zh-Hans': '申请回避的一方在一案中可不经理由裁断而更换一名成员的一次权利。',
    },
  },
  {
    word: 'joint-business-day',
    term: { en: 'Joint business day (JBD)', 'zh-Hans': '共同工作日' },
    meaning: {
      en: 'A working day on the calendars of both parties, in the time zone of the seat.',
      'zh-Hans': '在双方日历上均为工作日之日，依所在地时区。',
    },
  },
  {
    word: 'seat',
    term: { en: 'Seat', 'zh-Hans': '所在地' },
    meaning: {
      en:
        'The neutral place whose time zone and hour end a day. A seat of the panel (席位) is another thing: the ' +
        'place of one member.',
      'zh-Hans': '中立地点，其时区和规定时刻决定一日之终了。专家组的席位另指一名成员的位置。',
    },
  },
  {
    word: 'deadline',
    term: { en: 'Deadline', 'zh-Hans': '期限' },
    meaning: {
      en: 'The first instant that is too late, with the arithmetic that leads to it.',
      'zh-Hans': '首个逾期时刻，附得出该时刻的计算过程。',
    },
  },
  {
    word: 'default',
    term: { en: 'Default', 'zh-Hans': '缺省后果' },
    meaning: {
      en: 'What happens by itself when somebody does not act in time.',
      'zh-Hans': '有人未按期行事时自动发生的后果。',
    },
  },
  {
    word: 'provisional',
    term: { en: 'Provisional', 'zh-Hans': '暂定' },
    meaning: {
      en:
        'Said of a deadline that depends on a calendar that is not published yet. It can become later, never ' +
        'earlier.',
      'zh-Hans': '指取决于尚未公布日历的期限；可推后，绝不提前。',
    },
  },
  {
    word: 'long-stop',
    term: { en: 'Long-stop', 'zh-Hans': '最长期限' },
    meaning: {
      en: 'The calendar-day limit from registration to the close of the deliberation.',
      'zh-Hans': '自登记至评议结束的日历日上限。',
    },
  },
  {
    word: 'outage',
    term: { en: 'Outage', 'zh-Hans': '系统中断' },
    meaning: {
      en: "A declared time in which the secretariat's system was away. It moves deadlines that end in it.",
      'zh-Hans': '经宣告的秘书处系统不可用的时段；在其间届满的期限随之移动。',
    },
  },
] as const satisfies readonly GlossaryEntry[];
