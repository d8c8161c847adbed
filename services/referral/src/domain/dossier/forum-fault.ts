import { refuse, type CaseParties, type Instant, type IsoDate, type Refused } from '@parley/kernel';
import { channelStanding } from '../forums/channel-standing';
import type { Forum, OpenForum } from '../forums/forum-rules';
import { standing } from '../forums/standing';
import type { LearnedClaim } from '../learned-fact';
import { refusals } from '../refusals';
import type { DossierRequest } from './dossier-request';
import { panelRequestFault } from './panel-request-fault';
import { draftFault } from './request-fault';

/** Whose request it is, what it rests on, and when it comes. */
export interface Asking {
  readonly parties: CaseParties;
  /** The claims that it names. */
  readonly claims: readonly LearnedClaim[];
  readonly at: Instant;
  /** The joint business day on which it arrives. */
  readonly today: IsoDate;
}

/** I-49: whether the forum hears it at all; looked at before anything else of the request. */
export function standingFault(
  request: DossierRequest,
  forum: Forum,
  { parties, claims, at, today }: Asking,
): Refused | undefined {
  switch (forum.kind) {
    case 'open':
      return standing(forum, parties, claims, at);
    case 'channels':
      return channelStanding(forum, request.channel, today);
    case 'memorandum':
      return undefined;
  }
}

/** What of the draft the forum's rules do not take; `undefined` when they take it all. */
export function contentFault(request: DossierRequest, forum: Forum, asking: Asking): Refused | undefined {
  const stranger = partOfAnotherForum(request, forum);
  if (stranger !== undefined) return refuse(refusals.partElsewhere, stranger);
  switch (forum.kind) {
    case 'open':
      return request.panelRequest
        ? panelRequestFault(request.panelRequest, forum, asking.today)
        : consultationsFault(request, forum, asking);
    case 'channels':
      return undefined;
    case 'memorandum':
      return (request.memorandum?.options.length ?? 0) < forum.fewestOptions
        ? refuse(refusals.optionsMissing, '/memorandum/options')
        : undefined;
  }
}

const consultationsFault = (request: DossierRequest, forum: OpenForum, { claims }: Asking): Refused | undefined =>
  request.consultationProvisions.length === 0
    ? refuse(refusals.provisionMissing, '/consultationProvisions')
    : draftFault(request, claims, forum);

const PART_OF = { open: 'panelRequest', channels: 'channel', memorandum: 'memorandum' } as const satisfies Record<
  Forum['kind'],
  keyof DossierRequest
>;

/** The pointer of a part that only another forum's draft has. */
function partOfAnotherForum(request: DossierRequest, { kind }: Forum): string | undefined {
  const stranger = Object.values(PART_OF).find((part) => part !== PART_OF[kind] && request[part] !== undefined);
  return stranger === undefined ? undefined : `/${stranger}`;
}
