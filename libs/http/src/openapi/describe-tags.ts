import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './operations-of';

/** The chapters of the document, in the order of a case's life, and then what serves all cases. */
const TAGS: Readonly<Record<string, string>> = {
  Drafts: 'A grievance before it is filed: a draft is its writer’s own and no part of the record.',
  Cases: 'A case as a whole: its filing, and where it stands.',
  Completeness: 'The check of form: what a filing lacks, how the registry finds it, and how defects are cured.',
  Urgency: 'A claim that the case is urgent, and what the co-heads say of it.',
  Exchange: 'Between the parties: the reply, calls, withdrawal.',
  Consultations: 'The consultations, level by level, with minutes and the co-heads’ joint proposal.',
  'Without prejudice': 'What is said without prejudice, and what is laid open of it by consent.',
  Summaries: 'Non-confidential summaries that one side asks of the other.',
  Letters: 'Letters between the parties and the registry.',
  Amendments: 'Supplements, replacements, corrections and joinders of a grievance.',
  Claims: 'Claims that are withdrawn, and consent to file them again.',
  Consolidation: 'Cases that go on side by side.',
  Proposals:
    'What both sides may agree on about the course of a case: more time, suspension, another track, later rules.',
  Repudiation: 'Acts in the name of a side that were not its own.',
  'Late entries': 'Acts that came in time by another channel and were entered afterwards.',
  Evidence: 'Uploads, exhibits, translations, readers and loans.',
  Rosters: 'Who may sit on panels and in crisis teams.',
  Panel: 'How a panel is composed: nominations, disclosures, challenges, draws.',
  Review: 'The panel’s review: terms, information, experts, third parties, the interim text.',
  Deliberation: 'Votes, reasons and statements. Only the panel sees them before the findings issue.',
  Findings: 'The findings claim by claim, their certification, and passages kept confidential.',
  Settlement: 'Conciliation and settlement texts.',
  Referral: 'Notices of exit, dossiers, and what happens at the forum.',
  Compliance: 'Agreements, their obligations, reports and verifications.',
  Service: 'Notices to a side: its inbox, cover sheets, what was served and when.',
  Agenda: 'What is due, from whom and when, also as calendar feeds.',
  Desk: 'The registry’s own work.',
  Alerts: 'What a person is told outside the system.',
  Webhooks: 'Events pushed to the programs of a side.',
  Hotline: 'Urgent questions between the sides, watch lists, crisis teams.',
  Delegations: 'Who speaks for a party.',
  Calendars: 'Working days of both capitals, from which deadlines are counted.',
  Outages: 'Times in which the system was away, which move deadlines.',
  Rules: 'Versions of the rules, and how both sides adopt them.',
  Procedure: 'The rules as data and in words, and what a deadline would be.',
  Docket: 'What the public sees of every case.',
  History: 'Every event of a case, its state at any instant, and the check that nothing was changed.',
  Record: 'The transparency log, its proofs, and the public keys with which receipts are checked.',
  Reads: 'Who has read what is not public.',
  Figures: 'How long each stage takes each side.',
  Operation: 'Health, problems by code, and the work in the background.',
  Demonstration: 'The clock of a demonstration.',
};

/**
 * Lists the chapters of a document with what each is about, and puts its paths in their order. Within a chapter they
 * stay as they are. So what is alike stands together, for a reader and for what compresses it.
 */
export function describeTags(document: OpenAPIObject): void {
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  const names = Object.keys(TAGS);
  const chapterOf = (item: object): number =>
    names.indexOf((Object.values(item)[0] as Operation | undefined)?.tags?.[0] ?? '');
  document.paths = Object.fromEntries(
    Object.entries(document.paths).toSorted(
      ([, one], [, other]) => chapterOf(one as object) - chapterOf(other as object),
    ),
  );
  document.tags = Object.entries(TAGS)
    .filter(([name]) => used.has(name))
    .map(([name, description]) => ({ name, description }));
}
