import { evidence, intake, panelReview, referral } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import { fallbackActWords } from '@parley/procedure';
import { say } from './page';
import { on, type Telling } from './telling';

const TRACKS: Readonly<Record<string, Bilingual>> = {
  standard: say('standard', '普通'),
  complex: say('complex', '复杂'),
  urgent: say('urgent', '紧急'),
};
const trackName = (track: string): Bilingual => TRACKS[track] ?? say(track, track);

const KINDS: Readonly<Record<string, Bilingual>> = {
  supplement: say('a supplement', '补充'),
  replacement: say('a revision that replaces', '修订替换'),
};

/** A default that is set aside is named with what sets it aside (I-19). */
function enteredLate({
  act,
  enteredAt,
  setsAside,
}: {
  readonly act: string;
  readonly enteredAt: string;
  readonly setsAside: boolean;
}): Bilingual {
  const words = fallbackActWords(act);
  const [en, zh] = setsAside ? [', and set its default aside', '，并撤销相应的缺省后果'] : ['', ''];
  return say(
    `By another channel came ${words.en}; it was entered at ${enteredAt}${en}.`,
    `经其他途径收到${words['zh-Hans']}，于 ${enteredAt} 补录${zh}。`,
  );
}

/** What changes a case under way, in the secretariat's own words. */
export const TELLINGS_OF_CHANGES: readonly Telling[] = [
  on(intake.ClaimsWithdrawnSchema, ({ claimIds }) =>
    say(`Claims were withdrawn: ${claimIds.join(', ')}.`, `撤回主张：${claimIds.join('、')}。`),
  ),
  on(intake.ClaimsWithdrawalSetAsideSchema, ({ claimIds }) =>
    say(
      `Claims that were withdrawn after the screening had ended stand again: ${claimIds.join(', ')}.`,
      `审查终结后撤回的主张恢复：${claimIds.join('、')}。`,
    ),
  ),
  on(intake.GrievanceAmendedSchema, ({ amendmentId, kind }) => {
    const how = KINDS[kind] ?? say(kind, kind);
    return say(
      `The grievance was amended by ${how.en} (${amendmentId}).`,
      `申诉经${how['zh-Hans']}修正（${amendmentId}）。`,
    );
  }),
  on(intake.AmendmentServedSchema, ({ amendmentId }) =>
    say(`Amendment ${amendmentId} was served on both parties.`, `修正 ${amendmentId} 已送达双方。`),
  ),
  on(intake.AmendmentReplyReceivedSchema, ({ amendmentId }) =>
    // `J1` brought in claims of the respondent, which the complainant answers.
    amendmentId.startsWith('J')
      ? say(`The complainant answered amendment ${amendmentId}.`, `申诉方答复了修正 ${amendmentId}。`)
      : say(`The respondent answered amendment ${amendmentId}.`, `被申诉方答复了修正 ${amendmentId}。`),
  ),
  on(intake.AmendmentReplyServedSchema, ({ amendmentId }) =>
    say(`The answer to amendment ${amendmentId} was served.`, `对修正 ${amendmentId} 的答复已送达。`),
  ),
  on(intake.AmendmentReplyLapsedSchema, ({ amendmentId }) =>
    say(
      `No answer to amendment ${amendmentId} came in time; the screening went on.`,
      `未在期限内收到对修正 ${amendmentId} 的答复；审查继续进行。`,
    ),
  ),
  on(intake.AmendmentConsultationsClosedSchema, ({ amendmentId }) =>
    say(`Consultations on amendment ${amendmentId} ended.`, `就修正 ${amendmentId} 的磋商结束。`),
  ),
  on(intake.DeadlineExtendedSchema, ({ deadline, by }) => {
    const [en, zh] = by === 'consent' ? ['by consent', '经双方同意'] : ['by joint decision', '经共同决定'];
    return say(
      `Deadline ${deadline?.id ?? '–'} was extended to ${deadline?.dueAt ?? '–'} ${en}.`,
      `期限 ${deadline?.id ?? '–'} ${zh}延长至 ${deadline?.dueAt ?? '–'}。`,
    );
  }),
  on(intake.LongStopExtendedSchema, ({ longStop }) =>
    say(
      `Both parties extended the long-stop to ${longStop?.dueAt ?? '–'}.`,
      `双方将最长期限延长至 ${longStop?.dueAt ?? '–'}。`,
    ),
  ),
  on(intake.ScreeningSuspendedSchema, () => say('Both parties suspended the screening.', '双方中止审查。')),
  on(intake.ScreeningResumedSchema, () => say('The screening went on.', '审查恢复。')),
  on(intake.ScreeningReopenedSchema, () => say('Both parties reopened the screening.', '双方重新启动审查。')),
  on(intake.TrackChangedSchema, ({ track }) => {
    const name = trackName(track);
    return say(`The case went on on the ${name.en} track.`, `本案改按${name['zh-Hans']}程序进行。`);
  }),
  on(intake.RulesAdoptedSchema, ({ toVersion }) =>
    say(
      `Both parties agreed that the case go on under version ${toVersion} of the rules.`,
      `双方同意本案改用规则版本 ${toVersion}。`,
    ),
  ),
  on(intake.CasesConsolidatedSchema, ({ withDocketNumbers }) =>
    say(
      `The case went on side by side with ${withDocketNumbers.join(', ')}.`,
      `本案与 ${withDocketNumbers.join('、')} 合并进行。`,
    ),
  ),
  on(intake.ConsolidationUndoneSchema, ({ withDocketNumbers }) =>
    say(
      `The case went on by itself again, apart from ${withDocketNumbers.join(', ')}.`,
      `本案与 ${withDocketNumbers.join('、')} 分案进行。`,
    ),
  ),
  on(intake.CalendarNotedSchema, ({ calendarVersion }) =>
    say(
      `Deadlines were counted anew on an announced calendar, ${calendarVersion}.`,
      `按新公布的历表 ${calendarVersion} 重新计算期限。`,
    ),
  ),
  on(intake.OutageNotedSchema, ({ outageFrom, outageTo }) =>
    say(
      `An outage of the system from ${outageFrom} to ${outageTo} moved deadlines.`,
      `系统自 ${outageFrom} 至 ${outageTo} 中断，期限顺延。`,
    ),
  ),
  ...[
    intake.FallbackEntryMadeSchema,
    evidence.FallbackEntryMadeSchema,
    panelReview.FallbackEntryMadeSchema,
    referral.FallbackEntryMadeSchema,
  ].map((schema) => on(schema, enteredLate)),
];
