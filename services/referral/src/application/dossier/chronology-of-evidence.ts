import { evidence, isExhibitNumber } from '@parley/contracts';
import { say } from './page';
import { on, type Telling } from './telling';

/** An exhibit by its number, or a document that a party wrote in the case by its id. */
const originalNamed = (original: string): readonly [en: string, zh: string] =>
  isExhibitNumber(original)
    ? [`exhibit ${original}`, `证据 ${original}`]
    : [`the document “${original}”`, `文件“${original}”`];

/** What becomes of exhibits and of their translations, in the secretariat's own words. */
export const TELLINGS_OF_EVIDENCE: readonly Telling[] = [
  on(evidence.TranslationFiledSchema, ({ exhibitNumber, late }) => {
    const [en, zh] = originalNamed(exhibitNumber);
    return late
      ? say(`A translation of ${en} was filed late.`, `${zh} 的译文逾期提交。`)
      : say(`A translation of ${en} was filed.`, `${zh} 的译文已提交。`);
  }),
  on(evidence.TranslationMissingSchema, ({ exhibitNumber }) => {
    const [en, zh] = originalNamed(exhibitNumber);
    return say(`No translation of ${en} came in time.`, `${zh} 的译文未在期限内提交。`);
  }),
  on(evidence.TranslationChallengedSchema, ({ exhibitNumber, party }) => {
    const [en, zh] = originalNamed(exhibitNumber);
    return say(`${party} challenged a translation of ${en}.`, `${party} 对${zh} 的译文提出异议。`);
  }),
  on(evidence.TranslationChallengeAnsweredSchema, ({ exhibitNumber }) => {
    const [en, zh] = originalNamed(exhibitNumber);
    return say(`A challenge to a translation of ${en} was answered.`, `对${zh} 译文的异议已获答复。`);
  }),
  on(evidence.ExhibitWithdrawnSchema, ({ exhibitNumber }) =>
    say(`Exhibit ${exhibitNumber} was withdrawn; its tombstone stays.`, `证据 ${exhibitNumber} 已撤回，撤回记录保留。`),
  ),
  on(evidence.ReadersAddedSchema, ({ exhibitNumber }) =>
    say(`Exhibit ${exhibitNumber} has more readers.`, `证据 ${exhibitNumber} 的可阅范围扩大。`),
  ),
  on(evidence.ExhibitLoanSchema, ({ exhibitNumber, assignmentId, step }) => {
    if (step === 'asked')
      return say(
        `It was asked that exhibit ${exhibitNumber} be lent to ${assignmentId}.`,
        `请求将证据 ${exhibitNumber} 出借给 ${assignmentId}。`,
      );
    if (step === 'lent')
      return say(
        `Exhibit ${exhibitNumber} was lent to ${assignmentId}.`,
        `证据 ${exhibitNumber} 已出借给 ${assignmentId}。`,
      );
    return say(
      `The loan of exhibit ${exhibitNumber} to ${assignmentId} has ended.`,
      `证据 ${exhibitNumber} 对 ${assignmentId} 的出借已终止。`,
    );
  }),
  on(evidence.ReadersTakenAwaySchema, ({ exhibitNumber }) =>
    say(`Exhibit ${exhibitNumber} has fewer readers.`, `证据 ${exhibitNumber} 的可阅范围缩小。`),
  ),
];
