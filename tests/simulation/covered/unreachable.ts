const LIMIT = 'a limit on everything, far beyond what one run does; its decider’s spec reaches it';
const NO_DECIDER = 'refused where a request is read, before any decider is asked; the spec of its route shows it';
const NO_READS = 'refused to who reads; the simulation acts, and reads nothing over HTTP';

const forEach = (reason: string, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, reason]));

/**
 * What cannot happen in a simulation, or hardly ever does in ten thousand cases, with the reason, by the name that
 * coverage uses.
 */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  ...forEach('barred for a year, and everybody is silent by then; only the other side’s consent lets it', [
    'withdraw after the interim text and file again: met',
  ]),
  ...forEach(LIMIT, [
    'intake: too-many-calls',
    'intake: too-many-proposals',
    'intake: notice-served-too-often',
    'intake: channel-full',
    'intake: too-many-amendments',
    'intake: too-many-options-drafts',
    'panelreview: roster-full',
    'panelreview: findings-too-long',
    'panelreview: too-many-information-requests',
    'panelreview: too-many-third-parties',
    'panelreview: too-many-notes',
    'panelreview: too-many-experts',
    'panelreview: too-many-extensions',
    'panelreview: too-many-marks',
    'evidence: too-many-translations',
    'evidence: too-many-challenges',
    'evidence: too-many-exhibits',
    'referral: too-many-forum-events',
    'referral: conciliators-picked-too-often',
    'referral: conciliators-signed-too-often',
    'intake: too-many-letters',
    'intake: register-full',
    'intake: too-many-hotline-requests',
    'intake: joint-proposal-signed-too-often',
  ]),
  ...forEach(NO_DECIDER, [
    'intake: too-many-drafts',
    'intake: grievance-too-long',
    'intake: verification-code-unknown',
    'intake: range-ends-before-it-begins',
    'intake: range-too-long',
    'intake: too-many-served',
    'intake: case-not-found',
    'intake: goods-edition-unknown',
    'intake: goods-code-form',
    'referral: case-not-found',
    'evidence: public-versions-waiting',
  ]),
  ...forEach(NO_READS, ['panelreview: no-findings', 'evidence: exhibit-corrupted', 'referral: no-such-document']),
  ...forEach(
    'a lapse waits until all that the panel and the parties did before it was heard, so what sets one ' +
      'aside finds the panel done, or suspended; the search through all states takes the edge',
    ['composing', 'composed', 'reviewing', 'interim-comments', 'deciding'].map(
      (stage) => `panel: stopped → ${stage} (what ended it set aside)`,
    ),
  ),
  ...forEach(
    'who is told that the deliberation had closed in the moment before it was stopped; the search through all states ' +
      'takes the edge, and few histories do',
    ['suspended', 'stopped'].map((state) => `panel: ${state} → certifying (deliberation closed before that)`),
  ),
  ...forEach(
    'takes several acts within a few days; the search through all states takes the edge, and few histories do',
    [
      ...['window', 'lapsed'].map((state) => `settlement: ${state} → idle (reopened by both parties)`),
      'settlement: settled → window (signature of the settlement repudiated)',
      'referral: closed → signing (another dossier requested once the basis fell)',
      ...['on-course', 'overdue'].map(
        (state) => `compliance: fulfilled → ${state} (default set aside by an act in time)`,
      ),
      'compliance: on-course → overdue (act about an obligation repudiated)',
      ...['overdue', 'fulfilled'].flatMap((state) =>
        ['settlement', 'agreement'].map((of) => `compliance: ${state} → none (signature of the ${of} repudiated)`),
      ),
    ],
  ),
  'panelreview: comments-run':
    'asked for within five days of an answer of the last days, which few panels do; the spec of its closing shows it',
  'panelreview: extension-past-evidence':
    'few parties ask for more time to answer than evidence has; the spec of the time for evidence shows it',
  ...forEach(
    'parties here correct one misspelling at a time, and well; the spec of the correction’s decider reaches it',
    ['intake: correction-form', 'intake: another-measure', 'intake: too-many-corrections-open'],
  ),
  'intake: no-time-for-the-claim': 'few histories supplement so late; its decider’s spec reaches it',
  'intake: not-designated': 'nobody here designates who speaks; the story of officials and deputies by name shows it',
  'referral: not-in-a-sides-name': 'what both co-heads sign is proposed in intake alone',
  'no-interim-meeting': 'no clock runs: half of a time, after which nobody may ask any more',
  'intake: channel-refused': 'which addresses are permitted is configuration; the spec of the watch lists shows it',
  'intake: no-rules-in-effect': 'rules are in effect throughout; the specs of the rules file before',
  'evidence: public-version-not-searched': 'the simulation has no files, so none is too large to be searched',
  'act-cannot-be-entered': 'the clock of late entries never runs: it says until when an act can be entered',
  'act-stands': 'the clock of repudiation never runs: it says until when an act can be repudiated',
  'referral: act-not-repudiable': 'every version that is in effect lets an exit notice be repudiated',
  'referral: not-a-member': 'both countries are Members of the WTO throughout',
};
