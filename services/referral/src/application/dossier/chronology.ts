import { evidence, intake, panelReview } from '@parley/contracts';
import { TELLINGS_OF_CHANGES } from './chronology-of-changes';
import { TELLINGS_OF_CONTACTS } from './chronology-of-contacts';
import { TELLINGS_OF_EVIDENCE } from './chronology-of-evidence';
import { TELLINGS_OF_REVIEW } from './chronology-of-review';
import type { Bilingual } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { say } from './page';
import { panelFactInWords } from './panel-fact-words';
import { on, type Telling } from './telling';

const CALL_STATUS: Readonly<Record<string, Bilingual>> = {
  offered: say('offered', '已提议'),
  answered: say('answered', '已应答'),
  unanswered: say('not answered', '未应答'),
};

/**
 * What each public event means in the chronology, in the secretariat's own words. What happens at one instant is told
 * in this order.
 */
const TELLINGS: readonly Telling[] = [
  on(intake.GrievanceFiledSchema, () => say('The grievance was received.', '收到申诉。')),
  on(intake.CaseRegisteredSchema, ({ docketNumber }) =>
    say(`The case was registered as ${docketNumber}.`, `案件登记为 ${docketNumber}。`),
  ),
  on(intake.GrievanceServedSchema, () => say('The grievance was served on both parties.', '申诉送达双方。')),
  on(intake.ReplyReceivedSchema, () => say('The reply of the respondent was received.', '收到被申诉方的答复。')),
  on(intake.ReplyServedSchema, () => say('The reply was served.', '答复已送达。')),
  on(intake.ReplyLapsedSchema, () =>
    say('No reply came in time; the screening went on.', '未在期限内收到答复；审查继续进行。'),
  ),
  on(intake.CallRecordedSchema, ({ callId, status }) => {
    const word = CALL_STATUS[status] ?? say(status, status);
    const number = callId.replace(/^call:/, '');
    return say(`Call ${number} was ${word.en}.`, `第 ${number} 次通话${word['zh-Hans']}。`);
  }),
  on(intake.ConsultationsClosedSchema, ({ callsOffered, callsAnswered, callsUnanswered }) =>
    say(
      `Consultations closed: ${String(callsOffered)} calls offered, ${String(callsAnswered)} answered, ` +
        `${String(callsUnanswered)} not answered.`,
      `磋商结束：提议通话 ${String(callsOffered)} 次，应答 ${String(callsAnswered)} 次，未应答 ${String(callsUnanswered)} 次。`,
    ),
  ),
  on(intake.ScreeningEndedSchema, ({ outcome }) => say(`The screening ended: ${outcome}.`, `审查结束：${outcome}。`)),
  on(intake.LapseSetAsideSchema, () =>
    say('The end of the screening was set aside: an act had come before it.', '审查的终结被撤销：有行为系在此前作出。'),
  ),
  on(evidence.ExhibitAcceptedSchema, ({ exhibitNumber }) =>
    say(`Exhibit ${exhibitNumber} was accepted.`, `证据 ${exhibitNumber} 已接收。`),
  ),
  on(evidence.PublicVersionFiledSchema, ({ exhibitNumber }) =>
    say(`A public version of exhibit ${exhibitNumber} was filed.`, `提交了证据 ${exhibitNumber} 的公开版本。`),
  ),
  on(evidence.CustodyHandedOverSchema, ({ exhibitNumber, entry }) =>
    say(
      `Exhibit ${exhibitNumber} passed from ${entry?.from ?? '–'} to ${entry?.to ?? '–'}.`,
      `证据 ${exhibitNumber} 由 ${entry?.from ?? '–'} 移交 ${entry?.to ?? '–'}。`,
    ),
  ),
  on(panelReview.PanelOpenedSchema, ({ seatsPerSide }) =>
    say(
      `The panel was opened, ${String(seatsPerSide)} seats for each side.`,
      `专家组程序启动，每方 ${String(seatsPerSide)} 席。`,
    ),
  ),
  on(panelReview.MemberDrawnSchema, ({ seat }) =>
    say(`The member for seat ${seat} was drawn by lot.`, `席位 ${seat} 的成员以抽签产生。`),
  ),
  on(panelReview.PanelConvenedSchema, ({ members }) =>
    say(`The panel of ${String(members.length)} was convened.`, `由 ${String(members.length)} 人组成的专家组成立。`),
  ),
  on(panelReview.PanelImpossibleSchema, ({ seat }) =>
    say(`No eligible name was left for seat ${seat}.`, `席位 ${seat} 已无合格人选。`),
  ),
  on(panelReview.ReviewOpenedSchema, () => say('The review began.', '审查阶段开始。')),
  on(panelReview.InterimIssuedSchema, ({ issued }) =>
    issued
      ? say('The interim text was issued.', '中期文本已发布。')
      : say('The review ended without an interim text.', '审查阶段结束，未形成中期文本。'),
  ),
  on(panelReview.InterimServedSchema, () => say('The interim text was served on the parties.', '中期文本已送达双方。')),
  on(panelReview.InterimCommentedSchema, ({ party }) =>
    say(`${party} commented on the interim text.`, `${party} 对中期文本提出评论。`),
  ),
  on(panelReview.FindingsDecidedSchema, () =>
    say('The findings were decided and awaited certification.', '结论已作出，等待核证。'),
  ),
  on(panelReview.FindingsIssuedSchema, () => say('The findings became final.', '结论终局。')),
  on(panelReview.PanelFactSchema, panelFactInWords),
  ...TELLINGS_OF_REVIEW,
  ...TELLINGS_OF_CHANGES,
  ...TELLINGS_OF_CONTACTS,
  ...TELLINGS_OF_EVIDENCE,
];

/** Notices of what other events did, and what belongs to the way between two desks and to no history of a case. */
const NO_FACTS_OF_THEIR_OWN = [
  evidence.ClocksMovedSchema,
  panelReview.ClocksMovedSchema,
  panelReview.CrisisTeamDrawnSchema,
  intake.CrisisTeamNeededSchema,
  intake.DelegationChangedSchema,
  intake.ConsentProposedSchema,
  intake.ProposalClosedSchema,
];
const tellsAFact = (event: PublicEvent): boolean =>
  !NO_FACTS_OF_THEIR_OWN.some(({ typeName }) => typeName === event.type);

/** One line of the chronology. */
export interface ChronologyLine {
  readonly at: string;
  readonly recordedAt: string;
  readonly what: Bilingual;
  /** Id of the public event that it rests on. */
  readonly event: string;
}

/** What happened, in the order of instants in law; an event of a type that has no words yet is told by its name. */
export function chronologyOf(events: readonly PublicEvent[]): readonly ChronologyLine[] {
  const told = events.filter(tellsAFact).map((event) => ({ event, ...inWords(event) }));
  const ordered = told.toSorted((a, b) =>
    a.event.time < b.event.time ? -1 : a.event.time > b.event.time ? 1 : a.order - b.order,
  );
  return ordered.map(({ event, what }) => ({ at: event.time, recordedAt: event.recordedat, what, event: event.id }));
}

function inWords(event: PublicEvent): { readonly what: Bilingual; readonly order: number } {
  for (const [order, telling] of TELLINGS.entries()) {
    const what = telling(event);
    if (what) return { what, order };
  }
  return { what: say(event.type, event.type), order: TELLINGS.length };
}
