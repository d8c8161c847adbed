/** A bounded context whose service stands behind the gateway. */
export type Context = 'intake' | 'evidence' | 'panelreview' | 'referral' | 'audit';

/**
 * Which service answers which path, in the words of the services' own documents. What is not here is not forwarded, so that a
 * path for the inside of the system stays inside.
 */
export const ROUTES: Readonly<Record<Context, readonly string[]>> = {
  intake: [
    '/v1/grievances/checks',
    '/v1/drafts',
    '/v1/drafts/{draftId}',
    '/v1/cases',
    '/v1/cases/{caseId}',
    '/v1/cases/{caseId}/calls',
    '/v1/cases/{caseId}/calls/{callId}/answer',
    '/v1/cases/{caseId}/completeness',
    '/v1/cases/{caseId}/contact',
    '/v1/cases/{caseId}/cures',
    '/v1/cases/{caseId}/reads',
    '/v1/cases/{caseId}/reply',
    '/v1/cases/{caseId}/service',
    '/v1/cases/{caseId}/service/{noticeId}/again',
    '/v1/cases/{caseId}/withdrawal',
    '/v1/agenda',
    '/v1/agenda.ics',
    '/v1/agenda/feed',
    '/v1/cases/{caseId}/agenda',
    '/v1/cases/{caseId}/agenda.ics',
    '/v1/cases/{caseId}/agenda/feed',
    '/v1/inbox',
    '/v1/inbox/count',
    '/v1/inbox/{noticeId}',
    '/v1/inbox/{noticeId}/cover',
    '/v1/inbox/{noticeId}/retrieval',
    '/v1/service/reconciliation',
    '/v1/verify/{code}',
  ],
  evidence: [
    '/v1/uploads',
    '/v1/cases/{caseId}/exhibits',
    '/v1/cases/{caseId}/exhibits/{number}',
    '/v1/cases/{caseId}/exhibits/{number}/content',
    '/v1/cases/{caseId}/exhibits/{number}/custody',
    '/v1/cases/{caseId}/exhibits/{number}/public-version',
    '/v1/cases/{caseId}/exhibits/{number}/public-version/content',
    '/v1/cases/{caseId}/exhibits/{number}/readers',
    '/v1/cases/{caseId}/exhibits/{number}/readers/draft',
    '/v1/cases/{caseId}/exhibits/{number}/readers/signatures',
    '/v1/cases/{caseId}/exhibits/{number}/reads',
    '/v1/cases/{caseId}/exhibits/{number}/translations',
    '/v1/cases/{caseId}/exhibits/{number}/translations/{n}/challenges',
    '/v1/cases/{caseId}/exhibits/{number}/translations/{n}/challenges/{challenge}/answer',
    '/v1/cases/{caseId}/exhibits/{number}/translations/{n}/content',
    '/v1/cases/{caseId}/exhibits/{number}/withdrawal',
  ],
  panelreview: [
    '/v1/rosters/{party}/members',
    '/v1/rosters/{party}/members/{personId}',
    '/v1/panels',
    '/v1/cases/{caseId}/panel',
    '/v1/cases/{caseId}/panel/challenges',
    '/v1/cases/{caseId}/panel/challenges/{challengeId}/decisions',
    '/v1/cases/{caseId}/panel/deliberation-notes',
    '/v1/cases/{caseId}/panel/disclosures',
    '/v1/cases/{caseId}/panel/draws',
    '/v1/cases/{caseId}/panel/findings',
    '/v1/cases/{caseId}/panel/interim',
    '/v1/cases/{caseId}/panel/interim/comments',
    '/v1/cases/{caseId}/panel/interim/signatures',
    '/v1/cases/{caseId}/panel/nominations',
    '/v1/cases/{caseId}/panel/reads',
    '/v1/cases/{caseId}/panel/recusals',
    '/v1/cases/{caseId}/panel/replacements',
    '/v1/cases/{caseId}/panel/votes',
    '/v1/cases/{caseId}/findings/certifications',
    '/v1/cases/{caseId}/findings/close',
    '/v1/cases/{caseId}/findings/reasons',
    '/v1/cases/{caseId}/findings/statements',
  ],
  referral: [
    '/v1/forums',
    '/v1/cases/{caseId}/referral',
    '/v1/cases/{caseId}/referral/dossiers',
    '/v1/cases/{caseId}/referral/dossiers/{n}',
    '/v1/cases/{caseId}/referral/dossiers/{n}/content',
    '/v1/cases/{caseId}/referral/dossiers/{n}/documents/{name}',
    '/v1/cases/{caseId}/referral/dossiers/{n}/reads',
    '/v1/cases/{caseId}/referral/dossiers/{n}/rebuild',
    '/v1/cases/{caseId}/referral/dossiers/{n}/signatures',
    '/v1/cases/{caseId}/referral/exit-notices',
  ],
  audit: [
    '/docket',
    '/docket/docket.css',
    '/docket/feed.atom',
    '/docket/feed.json',
    '/docket/{docketNumber}',
    '/v1/docket',
    '/v1/docket/log',
    '/v1/docket/{docketNumber}',
    '/v1/cases/{caseId}/history',
    '/v1/cases/{caseId}/history/check',
    '/v1/cases/{caseId}/history/export',
    '/v1/cases/{caseId}/history/reads',
    '/v1/cases/{caseId}/history/state',
  ],
};

/** In the order in which they are told of. */
export const CONTEXTS = Object.keys(ROUTES) as readonly Context[];

/** Served by every process of its own; the gateway answers these itself, or for all. */
export const OF_EVERY_PROCESS: readonly string[] = ['/healthz', '/readyz', '/problems', '/problems/{code}', '/v1/keys', '/v1/operations', '/v1/operations/parked/replay', '/v1/operations/rebuilds'];

/** Signed by the one key of the registry, which every service holds and the gateway does not. */
export const KEYS: { readonly path: string; readonly context: Context } = { path: '/v1/keys', context: 'intake' };

/** Bytes that may be uploaded in one piece, by the path that takes them. */
export const UPLOADS: ReadonlyMap<string, number> = new Map([['/v1/uploads', 100 * 1024 * 1024]]);
