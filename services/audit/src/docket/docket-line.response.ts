import { ApiSchema } from '@nestjs/swagger';
import { clockName, termOf } from '@parley/contracts';
import { BilingualShown, AuthoredText, Shown } from '@parley/http';
import type { Bilingual, Instant, Text } from '@parley/kernel';
import { currentRuleSet, silenceOf } from '@parley/procedure';
import {
  callCountOf,
  dueNext,
  forumDocumentsOf,
  isSuspended,
  outcomeOf,
  stageOf,
  type CallCount,
  type DocketLine,
  type DueLimit,
} from './docket-line.rules';

@ApiSchema({ description: 'A limit that is due next.' })
export class DocketDeadlineShown {
  @Shown({ meaning: 'Unique in its case.', example: 'reply', kind: 'word' })
  readonly id: string;
  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;
  @Shown({ meaning: 'What is due, in both languages.', type: () => BilingualShown })
  readonly name: Bilingual;
  @Shown({ meaning: 'Its rule.', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time' })
  readonly dueAt: string;
  @Shown({
    meaning: 'True when it depends on a working-day calendar that is not published yet (I-22).',
    example: false,
  })
  readonly provisional: boolean;
  @Shown({
    meaning: 'Whose act it awaits: a role of the case or an office; `nobody` where it runs out by itself.',
    example: 'respondent',
    kind: 'word',
  })
  readonly awaits: string;
  @Shown({ meaning: 'Who that is, in both languages.', type: () => BilingualShown })
  readonly awaitsName: Bilingual;
  @Shown({
    meaning:
      'What happens by itself if nobody acts by then; `null` for a clock of rules that this version does not know.',
    type: () => BilingualShown,
    nullable: true,
  })
  readonly ifNobodyActs: Bilingual | null;
}

@ApiSchema({ description: 'Calls of the ledger. Their content belongs to the parties alone.' })
export class CallCountShown {
  @Shown({ meaning: 'Calls offered.', example: 2, schema: { type: 'integer', minimum: 0 } })
  readonly offered: number;
  @Shown({ meaning: 'Calls answered.', example: 1, schema: { type: 'integer', minimum: 0 } })
  readonly answered: number;
  @Shown({ meaning: 'Calls not answered by their time.', example: 1, schema: { type: 'integer', minimum: 0 } })
  readonly unanswered: number;
}

@ApiSchema({ description: 'How a screening ended.' })
export class DocketOutcomeShown {
  @Shown({ meaning: 'Code of the outcome.', example: 'lapsed', kind: 'word' })
  readonly code: string;
  @Shown({ meaning: 'The outcome in both languages.', type: () => BilingualShown })
  readonly name: Bilingual;
  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'A document of the forum that the complainant went to.' })
export class ForumDocumentShown {
  @Shown({ meaning: 'Code of the forum.', example: 'WTO', kind: 'word' })
  readonly forum: string;
  @Shown({ meaning: 'What happened there, in both languages.', type: () => BilingualShown })
  readonly name: Bilingual;
  @Shown({ meaning: 'Symbol of the document.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;
  @Shown({ meaning: 'Date of its communication.', format: 'date', example: '2025-02-04' })
  readonly communicatedOn: string;
  @Shown({
    meaning: 'Date of its circulation; null until the forum has circulated it.',
    format: 'date',
    nullable: true,
  })
  readonly circulatedOn: string | null;
}

@ApiSchema({ description: 'One case on the public docket (I-55).' })
export class DocketLineShown {
  @Shown({
    meaning: 'Docket number: complainant, year of registration in seat time, serial without gaps.',
    kind: 'docketNumber',
  })
  readonly docketNumber: string;
  @Shown({ meaning: 'The case.', format: 'uuid', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly caseId: string;
  @Shown({ meaning: 'Code of the complainant.', kind: 'party' })
  readonly complainant: string;
  @Shown({ meaning: 'Code of the respondent.', example: 'US', kind: 'party' })
  readonly respondent: string;
  @Shown({ meaning: 'When the case was registered (UTC).', format: 'date-time' })
  readonly registeredAt: string;
  @Shown({
    meaning: 'Version of the rules that the case is under; `null` in lines of the first days.',
    kind: 'version',
    nullable: true,
  })
  readonly ruleSet: string | null;
  @Shown({
    meaning: 'Subject, in the languages in which the complainant wrote it.',
    type: () => AuthoredText,
    list: true,
  })
  readonly subject: readonly Text[];
  @Shown({ meaning: 'Public summary in both languages (I-29).', type: () => AuthoredText, list: true })
  readonly publicSummary: readonly Text[];
  @Shown({
    meaning:
      'Codes of the parties whose measures are complained of: the respondent’s, or by agreement of both parties’.',
    type: () => String,
    list: true,
    example: ['US'],
    kind: 'party',
  })
  readonly measuresOf: readonly string[];
  @Shown({ meaning: 'Stage of the screening; S11 when it has ended.', kind: 'stage' })
  readonly stage: string;
  @Shown({ meaning: 'The stage in both languages.', type: () => BilingualShown })
  readonly stageName: Bilingual;
  @Shown({ meaning: 'True while both parties keep the screening suspended at that stage.', example: false })
  readonly suspended: boolean;
  @Shown({
    meaning: 'All limits that are due next, at one instant; none when no limit runs.',
    type: () => DocketDeadlineShown,
    list: true,
  })
  readonly nextDeadlines: readonly DocketDeadlineShown[];
  @Shown({
    meaning: 'Whether the grievance was answered: "received", "lapsed", "repudiated", or null while there is time.',
    nullable: true,
    values: ['received', 'lapsed', 'repudiated'],
  })
  readonly reply: string | null;
  @Shown({ meaning: 'Whether calls were answered.', type: () => CallCountShown })
  readonly calls: CallCount;
  @Shown({
    meaning: 'How the screening ended; null while it goes on.',
    nullable: true,
    type: () => DocketOutcomeShown,
  })
  readonly outcome: DocketOutcomeShown | null;
  @Shown({
    meaning: 'Where to go on at the forum, in the order of communication.',
    type: () => ForumDocumentShown,
    list: true,
  })
  readonly forumDocuments: readonly ForumDocumentShown[];
  @Shown({
    meaning: 'Serial of the entry of the public log that registered it.',
    example: 12,
    schema: { type: 'integer', minimum: 1 },
  })
  readonly firstSerial: number;
  @Shown({
    meaning: 'Serial of its last entry in the public log.',
    example: 58,
    schema: { type: 'integer', minimum: 1 },
  })
  readonly lastSerial: number;
}

/**
 * @param now decides which limit is the next one: a limit that is over is not next, even if its default is still to be
 *   recorded
 */
export function showLine(line: DocketLine, now: Instant): DocketLineShown {
  const {
    docketNumber,
    caseId,
    complainant,
    respondent,
    registeredAt,
    ruleSet = null,
    subject,
    publicSummary,
    measuresOf,
    firstSerial,
    lastSerial,
  } = line;
  const [outcome, stage] = [outcomeOf(line), stageOf(line)];
  return {
    ...{ docketNumber, caseId, complainant, respondent, registeredAt, ruleSet, subject, publicSummary, measuresOf },
    stage,
    stageName: termOf('stage', stage),
    suspended: isSuspended(line),
    nextDeadlines: dueNext(line, now).map(showDeadline),
    reply: line.reply?.kind ?? null,
    calls: callCountOf(line),
    outcome: outcome && { code: outcome.outcome, name: termOf('outcome', outcome.outcome), at: outcome.at },
    forumDocuments: forumDocumentsOf(line).map(({ forum, kind, symbol, communicatedOn, circulatedOn }) => ({
      forum,
      name: termOf('forumEvent', kind),
      symbol,
      communicatedOn,
      circulatedOn: circulatedOn === '' ? null : circulatedOn,
    })),
    ...{ firstSerial, lastSerial },
  };
}

const showDeadline = ({ id, clock, rule, dueAt, provisional, awaitedFrom }: DueLimit): DocketDeadlineShown => ({
  id,
  clock,
  name: clockName(clock),
  rule,
  dueAt,
  provisional,
  awaits: awaitedFrom,
  awaitsName: termOf('who', awaitedFrom),
  ifNobodyActs: silenceOf(currentRuleSet, clock)?.description ?? null,
});
