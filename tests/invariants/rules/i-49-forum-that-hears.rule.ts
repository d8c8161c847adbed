import type { CaseParties } from '@parley/kernel';
import type { ChannelRequest } from '../../../services/referral/src/dossier/dossier.rules';
import type { DossierRequest } from '../../../services/referral/src/dossier/request-faults.rules';
import { forumOf, forumRulesOf } from '../../../services/referral/src/forums/forums.rules';
import type { ToldClaim } from '../../../services/referral/src/referral/known-case.rules';
import { reliedOn } from './referral-as-known';
import { ofEachCase } from './rule';

/**
 * People whom a project affects are heard: two of them before the Inspection Panel, one elsewhere. An Executive
 * Director is heard by the Panel alone.
 */
export const isHeardThere = ({
  channel,
  requester,
  people,
}: Pick<ChannelRequest, 'channel' | 'requester' | 'people'>): boolean =>
  channel === 'inspection-panel'
    ? requester === 'executive-director' || people >= 2
    : requester === 'affected-people' && people >= 1;

/** Why a forum would not hear a request, written down a second time by hand, each forum in its own way. */
function unheard(
  request: DossierRequest,
  version: string,
  parties: CaseParties,
  claims: readonly ToldClaim[],
): readonly string[] {
  const forum = forumOf(forumRulesOf(version), request.forum);
  switch (request.forum) {
    case 'WTO': {
      if (forum.kind !== 'open') return ['a dossier for the WTO, which is closed'];
      const members = [parties.complainant, parties.respondent].every((party) => forum.members[party] !== undefined);
      const strange = claims.filter(({ agreement }) => !forum.coveredAgreements.some(({ code }) => code === agreement));
      return [
        ...(members ? [] : ['a party is no Member of the WTO']),
        ...strange.map(({ id }) => `claim ${id} is under no agreement of the WTO`),
      ];
    }
    case 'WORLD_BANK': {
      const { channel } = request;
      return channel && isHeardThere(channel) ? [] : ['a dossier for the World Bank, which hears no state'];
    }
    case 'CAPITALS':
      return (request.memorandum?.options.length ?? 0) >= 2 ? [] : ['a memorandum that leaves the capitals no choice'];
  }
}

/** Every dossier names a forum that hears its requester, and only claims that the forum hears. */
export const forumThatHears = ofEachCase('I-49', (each) =>
  each.referral.flatMap(({ event, recorded }) => {
    if (event.type !== 'DossierRequested') return [];
    const { request, forumRules } = event.data;
    return unheard(
      request,
      forumRules,
      each.parties,
      reliedOn(recorded.facts, each).grievance?.claims.filter(({ id }) => request.claims.includes(id)) ?? [],
    );
  }),
);
