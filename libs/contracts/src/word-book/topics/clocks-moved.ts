import { entry, type Entry, type Pair } from '../entry';

const NAMES = [
  'OutageNoted',
  'CalendarNoted',
  'LateEntryClaimed',
  'LateEntryCounted',
  'LateEntryRefused',
  'LateEntryLapsed',
  'DefaultSetAside',
] as const;
const STANDING_STILL = ['SuspensionNoted', 'ResumptionNoted'] as const;

type OfPart<C extends string, N extends readonly string[]> = Readonly<Record<`${C}.${N[number]}`, Entry>>;

/** What moves the clocks of one part of a case, and what is entered late. */
const movedIn = <C extends string>(context: C, [en, zh]: Pair): OfPart<C, typeof NAMES> => {
  const entries: Readonly<Record<(typeof NAMES)[number], Entry>> = {
    OutageNoted: entry(
      'registry',
      ['outage of the system', '系统中断'],
      [
        'An outage of the secretariat’s system from {outageFrom/from|at} to {outageTo/to|at} was declared' +
          '[ {declaredBy|declaredBy}]. What ended in it ends with the next joint business day after it, for ' +
          'both sides.',
        '[{declaredBy|declaredBy}]宣告秘书处系统于 {outageFrom/from|at} 至 {outageTo/to|at} 中断。' +
          '在此期间届满的期限，对双方均于其后下一共同工作日终了时届满。',
      ],
      [`Deadlines${en} moved by an outage of the system`, `${zh}期限因系统中断顺延`],
    ),
    CalendarNoted: entry(
      'registry',
      ['announced calendar', '新公布的历表'],
      [
        'A calendar was announced ({calendarVersion/version}). What depends on it was counted anew; no ' +
          'deadline ends earlier.',
        '新历表已公布（{calendarVersion/version}）。取决于该历表的期限已重新计算，任何期限均未提前。',
      ],
      [`Deadlines${en} counted anew on an announced calendar`, `按新公布的历表重新计算${zh}期限`],
    ),
    LateEntryClaimed: entry(
      'party',
      ['claim of a late entry', '主张补录'],
      [
        '{party|party} has entered {act|act} that came by another channel ({cameAt|at}). It is without effect until ' +
          'the other side’s registry confirms it, {paper|paperWaits}',
        '{party|party}补录了经其他途径收到的{act|act}（{cameAt|at}）。在另一方登记处官员确认{paper|paperWaits}',
      ],
    ),
    LateEntryCounted: entry(
      'registry',
      ['act that came by another channel', '经其他途径收到的行为'],
      [
        'On record[ for {party|party}]: {act|act} that {standing/setsAside|setsAside}',
        '[为{party|party}]补录了经其他途径收到的{act|act}{standing/setsAside|setsAside}',
      ],
    ),
    LateEntryRefused: entry(
      'registry',
      ['refusal of a late entry', '拒绝确认补录'],
      [
        'What {party|party} had entered as of {cameAt|at} ({act|act}) does not count: the other side’s registry did ' +
          'not confirm that it came.{paper|paperRefused}',
        '{party|party}补录的{act|act}（{cameAt|at}）不生效力：另一方登记处官员未确认收到。{paper|paperRefused}',
      ],
    ),
    LateEntryLapsed: entry(
      'time',
      ['lapse of a late entry', '补录未获确认'],
      [
        'What {party|party} had entered as of {cameAt|at} ({act|act}) does not count: nobody confirmed it in time, ' +
          'and no declared outage covers it.',
        '{party|party}补录的{act|act}（{cameAt|at}）不生效力：无人按期确认，亦无已宣告的系统中断涵盖该时刻。',
      ],
    ),
    DefaultSetAside: entry(
      'registry',
      ['setting aside of a default', '缺省后果的撤销'],
      [
        'What the end of a deadline ({clock|clock}) had brought about was set aside by {act|act} that had ' +
          'come in time.',
        '因按期收到{act|act}，一项期限（{clock|clock}）届满的后果予以撤销。',
      ],
      [`A default${en} was set aside by an act that had come in time`, `因有按期作出的行为，${zh}一项缺省后果予以撤销`],
    ),
  };
  return named(context, NAMES, entries);
};

/** Events by which the clocks of a part stand still with the suspension and go on after it. */
const stillIn = <C extends string>(context: C, [en, zh]: Pair): OfPart<C, typeof STANDING_STILL> => {
  const entries: Readonly<Record<(typeof STANDING_STILL)[number], Entry>> = {
    SuspensionNoted: entry(
      'parties',
      [`standstill of ${en}`, `${zh}停止计算`],
      [`With the suspension ${en} stand still.`, `${zh}随中止停止计算。`],
    ),
    ResumptionNoted: entry(
      'parties',
      [`resumption of ${en}`, `${zh}恢复计算`],
      [`The screening goes on, and ${en} with what was left of them.`, `审查恢复，${zh}以剩余时间继续计算。`],
    ),
  };
  return named(context, STANDING_STILL, entries);
};

const named = <C extends string, N extends readonly string[]>(
  context: C,
  names: N,
  entries: Readonly<Record<N[number], Entry>>,
): OfPart<C, N> =>
  Object.fromEntries(names.map((name: N[number]) => [`${context}.${name}`, entries[name]])) as OfPart<C, N>;

/** Events that move the clocks of a case, for each of its parts. */
export const clocksMoved = {
  ...movedIn('intake', ['', '']),
  ...movedIn('evidence', [' of the evidence', '证据']),
  ...movedIn('panelreview', [' of the panel', '专家组']),
  ...movedIn('referral', [' of the referral', '移送与和解']),
  ...stillIn('evidence', ['the clocks of the evidence', '证据期限']),
  ...stillIn('referral', ['the times to answer a proposal of conciliation', '答复调解提议的期限']),
};
