import { intake } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import { say } from './page';
import { on, type Telling } from './telling';

const STATUS: Readonly<Record<string, Bilingual>> = {
  accepted: say('was accepted', '获接受'),
  moved: say('was moved', '改期'),
  declined: say('was declined', '被谢绝'),
  requested: say('was made', '提出'),
  asked: say('was asked for', '提出'),
  answered: say('was answered', '获答复'),
  unanswered: say('was not answered', '未获答复'),
  given: say('was given', '已提供'),
  'options-agreed': say('led to agreed options', '形成一致方案'),
};
const statusOf = (status: string): Bilingual => STATUS[status] ?? say(status, status);

/** How the two sides spoke with each other, as facts; what was said is told to its readers alone. */
export const TELLINGS_OF_CONTACTS: readonly Telling[] = [
  on(intake.CallArrangedSchema, ({ callId, status, proposedFor }) => {
    const how = statusOf(status);
    return say(`Call ${callId} ${how.en} (${proposedFor}).`, `通话 ${callId} ${how['zh-Hans']}（${proposedFor}）。`);
  }),
  on(intake.FirstCallMissedSchema, () => say('No first call was offered in time.', '未在期限内提议首次通话。')),
  on(intake.ConsultationsEscalatedSchema, ({ toLevel }) =>
    say(`Consultations went up to the next level (${toLevel}).`, `磋商升级（${toLevel}）。`),
  ),
  on(intake.HotlineRecordedSchema, ({ status }) => {
    const how = statusOf(status);
    return say(`A request over the hotline ${how.en}.`, `热线请求${how['zh-Hans']}。`);
  }),
  on(intake.SummaryRecordedSchema, ({ summaryId, status }) => {
    const how = statusOf(status);
    return say(`A non-confidential summary (${summaryId}) ${how.en}.`, `非保密摘要（${summaryId}）${how['zh-Hans']}。`);
  }),
  on(intake.SummaryServedSchema, ({ summaryId }) =>
    say(`The answer about summary ${summaryId} was served.`, `关于摘要 ${summaryId} 的答复已送达。`),
  ),
  on(intake.LetterServedSchema, ({ letterId, party }) =>
    say(`${party} sent letter ${letterId}.`, `${party} 发出函件 ${letterId}。`),
  ),
  on(intake.WithoutPrejudiceReleasedSchema, ({ statementId }) =>
    say(
      `Both parties released statement ${statementId}, which had been made without prejudice.`,
      `双方同意公开原不影响立场的陈述 ${statementId}。`,
    ),
  ),
];
