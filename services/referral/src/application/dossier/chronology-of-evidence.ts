import { evidence } from '@parley/contracts';
import { say } from './page';
import { on, type Telling } from './telling';

/** What becomes of exhibits and of their translations, in the secretariat's own words. */
export const TELLINGS_OF_EVIDENCE: readonly Telling[] = [
  on(evidence.TranslationFiledSchema, ({ exhibitNumber, late }) =>
    late
      ? say(`A translation of exhibit ${exhibitNumber} was filed late.`, `证据 ${exhibitNumber} 的译文逾期提交。`)
      : say(`A translation of exhibit ${exhibitNumber} was filed.`, `证据 ${exhibitNumber} 的译文已提交。`),
  ),
  on(evidence.TranslationMissingSchema, ({ exhibitNumber }) =>
    say(`No translation of exhibit ${exhibitNumber} came in time.`, `证据 ${exhibitNumber} 的译文未在期限内提交。`),
  ),
  on(evidence.TranslationChallengedSchema, ({ exhibitNumber, party }) =>
    say(`${party} challenged a translation of exhibit ${exhibitNumber}.`, `${party} 对证据 ${exhibitNumber} 的译文提出异议。`),
  ),
  on(evidence.TranslationChallengeAnsweredSchema, ({ exhibitNumber }) =>
    say(`A challenge to a translation of exhibit ${exhibitNumber} was answered.`, `对证据 ${exhibitNumber} 译文的异议已获答复。`),
  ),
  on(evidence.ExhibitWithdrawnSchema, ({ exhibitNumber }) =>
    say(`Exhibit ${exhibitNumber} was withdrawn; its tombstone stays.`, `证据 ${exhibitNumber} 已撤回，撤回记录保留。`),
  ),
  on(evidence.ReadersAddedSchema, ({ exhibitNumber }) => say(`Exhibit ${exhibitNumber} has more readers.`, `证据 ${exhibitNumber} 的可阅范围扩大。`)),
  on(evidence.ReadersTakenAwaySchema, ({ exhibitNumber }) => say(`Exhibit ${exhibitNumber} has fewer readers.`, `证据 ${exhibitNumber} 的可阅范围缩小。`)),
];
