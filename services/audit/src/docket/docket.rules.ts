import { everComplainedOf, matterIn } from './docket-claims.rules';
import {
  factsIn,
  isFacts,
  isUndone,
  noDeadlines,
  numberIn,
  textIn,
  textsIn,
  withDeadlinesOf,
  type DocketEntry,
  type Facts,
} from './docket-deadlines.rules';
import type {
  CallLine,
  DocketLine,
  DossierLine,
  FindingLine,
  LeftOutLine,
  PublishedFinding,
} from './docket-line.rules';

/**
 * Adds an entry to the line of its case.
 * @param line none before the entry that registers the case, which is the first one of every case
 */
export function evolveLine(line: DocketLine | undefined, entry: DocketEntry): DocketLine | undefined {
  if (entry.kind === 'case-registered') return line ?? newLine(entry);
  if (line === undefined) return undefined;
  return {
    ...line,
    ...said(line, entry),
    reached: [...new Set([...line.reached, ...(REACHING[entry.kind] ?? [])])].sort(),
    deadlines: withDeadlinesOf(line.deadlines, entry),
    lastSerial: entry.serial,
  };
}

/**
 * Stages that are reached when an entry of a kind comes. Panel and exchange run side by side, so a convened panel shows
 * no stage.
 */
const REACHING: Readonly<Record<string, readonly string[]>> = {
  'reply-received': ['S5'],
  'reply-lapsed': ['S5'],
  'consultations-closed': ['S6'],
  'review-opened': ['S7'],
  'interim-issued': ['S8'],
  'interim-missing': ['S9'],
  'interim-final': ['S9'],
  'interim-comments-closed': ['S9'],
  'findings-issued': ['S9'],
};

function newLine({ caseId, docketNumber, at, facts, serial, ...entry }: DocketEntry): DocketLine {
  const parties = isFacts(facts['parties']) ? facts['parties'] : {};
  const [ended, rules] = [textIn(facts, 'alreadyEnded'), textIn(facts, 'ruleSetVersion')];
  return {
    caseId,
    docketNumber,
    complainant: textIn(parties, 'complainant'),
    respondent: textIn(parties, 'respondent'),
    registeredAt: at,
    ...(rules === '' ? {} : { ruleSet: rules }),
    ...matterIn(facts),
    ...everComplainedOf({}, facts),
    reached: ['S4'],
    reply: null,
    calls: {},
    deadlines: withDeadlinesOf(noDeadlines, { ...entry, caseId, docketNumber, at, facts, serial }),
    panelConvenedAt: null,
    findings: [],
    published: null,
    outcomes: ended === '' ? [] : [{ outcome: ended, at, reason: '' }],
    lapseSetAsideAt: null,
    exitNoticeAt: null,
    dossiers: [],
    firstSerial: serial,
    lastSerial: serial,
  };
}

/** What an entry changes on the line. A kind that the line does not show changes nothing. */
function said(line: DocketLine, entry: DocketEntry): Partial<DocketLine> {
  const { kind, at, facts } = entry;
  switch (kind) {
    case 'reply-received':
      if (line.reply?.kind === 'repudiated') return {};
      return { reply: { kind: 'received', position: textIn(facts, 'position'), at } };
    case 'reply-lapsed':
      return { reply: line.reply ?? { kind: 'lapsed', position: '', at } };
    case 'reply-repudiated':
      return { reply: { kind: 'repudiated', position: '', at } };
    case 'call-offered':
    case 'call-answered':
    case 'call-unanswered':
      return { calls: withCall(line.calls, facts) };
    case 'panel-convened':
      // A panel that is whole again after a member left is told as convened anew.
      return {
        panelConvenedAt: line.panelConvenedAt !== null && line.panelConvenedAt < at ? line.panelConvenedAt : at,
      };
    case 'findings-issued':
      return {
        findings: factsIn(facts, 'findings').map(findingLine),
      };
    case 'reasons-published':
      return {
        published: {
          findings: factsIn(facts, 'findings').map(publishedFinding),
          leftOut: factsIn(facts, 'leftOut').map(leftOutLine),
        },
      };
    case 'screening-ended':
      return {
        outcomes: withOutcome(line.outcomes, {
          outcome: textIn(facts, 'outcome'),
          at,
          reason: textIn(facts, 'reason'),
        }),
      };
    case 'lapse-set-aside':
      return isUndone(entry) ? { reopenedAt: later(line.reopenedAt, at) } : { lapseSetAsideAt: at };
    case 'screening-reopened':
      return { reopenedAt: later(line.reopenedAt, at) };
    case 'rules-adopted':
      if (line.rulesAdoptedAt !== undefined && line.rulesAdoptedAt > at) return {};
      return { ruleSet: textIn(facts, 'toVersion'), rulesAdoptedAt: at };
    case 'measure-corrected':
      return everComplainedOf(line, { measures: [{ [textIn(facts, 'field')]: textIn(facts, 'becomes') }] });
    case 'grievance-amended':
      if (line.amendedAt !== undefined && line.amendedAt > at) return everComplainedOf(line, facts);
      return {
        ...everComplainedOf(line, facts),
        amendedAt: at,
        ...matterIn(facts),
      };
    case 'exit-notice-given':
      return textIn(facts, 'party') === line.respondent ? { respondentExitNoticeAt: at } : { exitNoticeAt: at };
    case 'exit-notice-repudiated':
      return textIn(facts, 'party') === line.respondent ? { respondentExitNoticeAt: null } : { exitNoticeAt: null };
    case 'forum-event-noted':
      return { forumDocuments: withForumDocument(line.forumDocuments, facts) };
    case 'dossier-requested':
      return {
        dossiers: withDossier(line.dossiers, { ...dossierOf(line, facts), requestedAt: at, issuedAt: null, basis: '' }),
      };
    case 'dossier-issued':
      return {
        dossiers: withDossier(line.dossiers, {
          ...dossierOf(line, facts),
          requestedAt: null,
          issuedAt: at,
          basis: textIn(facts, 'basis'),
        }),
      };
    default:
      return {};
  }
}

const findingLine = (finding: Facts): FindingLine => ({
  claimId: textIn(finding, 'claimId'),
  outcome: textIn(finding, 'outcome'),
  reasoned: finding['reasoned'] === true,
});

const publishedFinding = (finding: Facts): PublishedFinding => ({
  claimId: textIn(finding, 'claimId'),
  reasons: textsIn(finding, 'reasons'),
  statements: factsIn(finding, 'statements').map((said) => ({
    side: textIn(said, 'side'),
    statement: textsIn(said, 'statement'),
  })),
});

const leftOutLine = (left: Facts): LeftOutLine => ({
  claimId: textIn(left, 'claimId'),
  part: textIn(left, 'part'),
  lang: textIn(left, 'lang'),
  party: textIn(left, 'party'),
  reason: textIn(left, 'reason'),
  characters: numberIn(left, 'characters'),
  of: numberIn(left, 'of'),
});

/** An offer that is heard of after its answer does not take the answer back. */
function withCall(calls: DocketLine['calls'], facts: Facts): DocketLine['calls'] {
  const id = textIn(facts, 'callId');
  const status = textIn(facts, 'status');
  const known = calls[id];
  // The answer to a call may be proved after the call was recorded as unanswered (I-19).
  const stands = known?.status === 'answered' || (known?.status === 'unanswered' && status !== 'answered');
  if (!isStatus(status) || stands) return calls;
  return {
    ...calls,
    [id]: { offeredBy: textIn(facts, 'offeredBy'), proposedFor: textIn(facts, 'proposedFor'), status },
  };
}

const isStatus = (word: string): word is CallLine['status'] => ['offered', 'answered', 'unanswered'].includes(word);

const later = (known: DocketLine['reopenedAt'], at: DocketEntry['at']): DocketEntry['at'] =>
  known !== undefined && known > at ? known : at;

/**
 * An outcome that the registration told already is replaced by its own entry, which knows more. If a reopened screening
 * ended in the same way again, the later end stands.
 */
function withOutcome(outcomes: DocketLine['outcomes'], ended: DocketLine['outcomes'][number]): DocketLine['outcomes'] {
  const known = outcomes.find(({ outcome, at }) => outcome === ended.outcome && at > ended.at);
  return known ? outcomes : [...outcomes.filter(({ outcome }) => outcome !== ended.outcome), ended];
}

/** The party and the forum of a dossier. When both parties complain in one case, their dossiers stand side by side. */
const dossierOf = ({ respondent }: DocketLine, facts: Facts): Pick<DossierLine, 'party' | 'forum'> => ({
  forum: textIn(facts, 'forum'),
  ...(textIn(facts, 'party') === respondent ? { party: respondent } : {}),
});

/** The request and the issue of a dossier may come in either order. A step that is known already changes nothing. */
function withDossier(dossiers: readonly DossierLine[], said: DossierLine): readonly DossierLine[] {
  const step = said.issuedAt === null ? 'requestedAt' : 'issuedAt';
  const same = dossiers.filter(({ forum, party }) => forum === said.forum && party === said.party);
  if (same.some((known) => known[step] === said[step])) return dossiers;
  const open = same.find((known) => known[step] === null);
  if (open === undefined) return [...dossiers, said];
  return dossiers.map((known) =>
    known === open ? { ...known, [step]: said[step], basis: said.basis || known.basis } : known,
  );
}

/** A document is recorded again with its circulation. The two entries may come in either order. */
function withForumDocument(
  documents: DocketLine['forumDocuments'] = {},
  facts: Facts,
): NonNullable<DocketLine['forumDocuments']> {
  const symbol = textIn(facts, 'symbol');
  const circulatedOn = textIn(facts, 'circulatedOn') || (documents[symbol]?.circulatedOn ?? '');
  const document = {
    forum: textIn(facts, 'forum'),
    kind: textIn(facts, 'kind'),
    symbol,
    communicatedOn: textIn(facts, 'communicatedOn'),
    circulatedOn,
  };
  return { ...documents, [symbol]: document };
}
