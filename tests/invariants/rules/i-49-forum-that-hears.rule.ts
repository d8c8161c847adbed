import { forumOf, forumRulesOf } from '../../../services/referral/src/domain/forums/forum-rules-of';
import { ofEachCase } from './rule';

/** Every dossier names a forum that hears a state against a state, and only claims that this forum hears. */
export const forumThatHears = ofEachCase('I-49', ({ referral, parties }) =>
  referral.flatMap(({ event, before }) => {
    if (event.type !== 'DossierRequested' || before.status !== 'filed') return [];
    const { forum: code, claims } = event.data.request;
    const forum = forumOf(forumRulesOf(event.data.forumRules), code);
    if (forum.kind !== 'open') return [`a dossier for ${code}, which hears no state`];
    const members = [parties.complainant, parties.respondent].every((party) => forum.members[party] !== undefined);
    const named = before.learned.grievance?.claims.filter(({ id }) => claims.includes(id)) ?? [];
    const strange = named.filter(({ agreement }) => !forum.coveredAgreements.some((covered) => covered.code === agreement));
    return [...(members ? [] : ['a party is no member']), ...strange.map(({ id }) => `claim ${id} is under no agreement of ${code}`)];
  }),
);
