import { sha256 } from '@parley/event-store';
import { CHANNEL_KINDS, plusMillis } from '@parley/kernel';
import { dutyOf, WATCH_DUTIES } from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import { GRADES, type Hotline } from '../../../services/intake/src/registry/hotline/hotline.rules';
import type { HotlineCommand } from '../../../services/intake/src/registry/hotline/hotline-commands.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, official, type Acting, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry, PASSER_BY, personOf } from './countries';
import { english } from './texts';

const NOBODYS = 'no-request';

/** A request is not part of a case, although it may name one. */
const offered = (hotlineId: string, command: HotlineCommand): Offer => ({
  desk: 'hotline',
  caseId: null,
  hotlineId,
  command,
});

/** Usually a request that fits; now and then any, or none. */
function requestIn({ hotlines }: View, fits: (request: Hotline) => boolean, random: SeededRandom): Hotline | undefined {
  const fitting = hotlines.filter(fits);
  const all = fitting.length > 0 && random.percent(88) ? fitting : hotlines;
  return all.length > 0 && random.percent(95) ? random.pick(all) : undefined;
}

/** Each desk knows its own again. */
const nonceFor = (party: string, hotlineId: string): string => sha256(`nonce of ${party} for ${hotlineId}`);

const hasTeam = ({ team }: Hotline): boolean => (team?.members?.length ?? 0) > 0;

/** Usually a member of the crisis team. */
function ofTeam(request: Hotline | undefined, view: View, random: SeededRandom): Acting {
  const members = request?.team?.members ?? [];
  const signed = request?.paper?.signatures.map(({ party }) => party) ?? [];
  const free = members.filter(({ party }) => !signed.includes(party));
  const all = free.length > 0 && random.percent(85) ? free : members;
  if (all.length === 0 || random.percent(8)) return memberOf(PASSER_BY, view);
  const { personId, party } = random.pick(all);
  return memberOf(personId, { ...view, party });
}

/** Requests on the hotline and what is done about them, in a case or in none. */
export const hotlineActs: readonly ActKind[] = [
  {
    name: 'RequestHotline',
    answers: [],
    offer(view, random) {
      if (!random.percent(30)) return undefined;
      const hotlineId =
        view.hotlines.length > 0 && random.percent(4) ? random.pick(view.hotlines).hotlineId : view.serial;
      const ofCase = random.percent(55)
        ? { caseId: view.caseId, ruleSetVersion: view.filed.ruleSetVersion }
        : { caseId: null };
      return offered(hotlineId, {
        type: 'RequestHotline',
        ...official('desk', view),
        hotlineId,
        ...ofCase,
        grade: random.pick(GRADES),
        parties: view.countries,
        subject: english('An incident.'),
        before: view.hotlines.flatMap(({ asking, requestedAt }) => (asking === view.party ? [requestedAt] : [])),
      });
    },
  },
  {
    name: 'FileWatchList',
    answers: [],
    offer(view, random) {
      const names = random.shuffled(['desk', 'desk-2', 'desk-3', 'desk-4']).slice(0, random.between(0, 4));
      const officers = names.map((name, index) => ({
        personId: personOf(view.countries, view.party, random.percent(97) ? name : 'desk'),
        duty: index === 0 && random.percent(92) ? ('official' as const) : random.pick(WATCH_DUTIES),
        channels: Array.from({ length: random.between(1, 4) }, (_, n) => ({
          id: `${view.serial} ${name} ${String(n)}`,
          kind: random.pick(CHANNEL_KINDS),
          works: random.percent(90),
          answer: 'trial',
        })),
      }));
      const register = random.percent(95) ? view.party : otherCountry(view.countries, view.party);
      const command = { type: 'FileWatchList', ...official('desk', view), register, officers } as const;
      return { desk: 'watchlist', caseId: null, command };
    },
  },
  {
    name: 'AcknowledgeHotline',
    answers: ['hotline'],
    offer(view, random) {
      const request = requestIn(view, ({ status, asked }) => status === 'open' && asked === view.party, random);
      if (!request && !random.percent(10)) return undefined;
      const as = random.percent(request?.rung === 'official' ? 10 : 50) ? 'cohead' : 'desk';
      const list = request ? view.watchListOf(request.asked) : [];
      const acting = official(as, view);
      const onDuty = list.filter(({ duty }) => duty === (request?.rung === 'deputies' ? 'deputy' : 'official'));
      const by = as === 'desk' && onDuty.length > 0 && random.percent(85) ? random.pick(onDuty).personId : acting.by;
      return offered(request?.hotlineId ?? NOBODYS, {
        type: 'AcknowledgeHotline',
        ...acting,
        by,
        as,
        duty: as === 'desk' ? dutyOf(list, by) : null,
        office: 'Ministry',
        text: english('We listen.'),
      });
    },
  },
  {
    name: 'CallCrisisTeam',
    answers: [],
    offer(view, random) {
      const request = requestIn(view, ({ grade, team }) => grade === 'crisis' && team === null, random);
      if (!request && !random.percent(10)) return undefined;
      return offered(request?.hotlineId ?? NOBODYS, { type: 'CallCrisisTeam', ...official('desk', view) });
    },
  },
  {
    name: 'CommitCrisisNonce',
    answers: ['draw-commitments'],
    offer(view, random) {
      const fits = ({ grade, nonces, team }: Hotline) =>
        grade === 'crisis' && !nonces[view.party] && (team?.members ?? null) === null;
      const request = requestIn(view, fits, random);
      if (!request && !random.percent(10)) return undefined;
      const hotlineId = request?.hotlineId ?? NOBODYS;
      const others = Object.values(request?.nonces ?? {}).flatMap((other) => other?.commitment ?? []);
      const commitment = others[0] && random.percent(10) ? others[0] : sha256(nonceFor(view.party, hotlineId));
      return offered(hotlineId, { type: 'CommitCrisisNonce', ...official('desk', view), commitment });
    },
  },
  {
    name: 'LayCrisisNonceOpen',
    answers: ['draw-nonces'],
    offer(view, random) {
      const request = requestIn(view, ({ nonces }) => nonces[view.party]?.nonce === null, random);
      if (!request && !random.percent(10)) return undefined;
      const hotlineId = request?.hotlineId ?? NOBODYS;
      const nonce = random.percent(92) ? nonceFor(view.party, hotlineId) : sha256('something else');
      return offered(hotlineId, { type: 'LayCrisisNonceOpen', ...official('desk', view), nonce });
    },
  },
  {
    name: 'NoteHotlineOutage',
    answers: [],
    offer(view, random) {
      const request = requestIn(view, ({ running }) => Object.keys(running).length > 0, random);
      if (!request) return undefined;
      const due = random.pick([view.now, ...Object.values(request.running).map(({ dueAt }) => dueAt)]);
      const to = due <= view.now ? due : view.now;
      const from = plusMillis(to, -random.between(31, 300) * 60_000);
      return offered(request.hotlineId, { type: 'NoteHotlineOutage', outageId: view.serial, from, to, at: view.now });
    },
  },
  {
    name: 'DraftOptions',
    answers: [],
    byMember: true,
    offer(view, random) {
      const request = requestIn(view, (each) => hasTeam(each) && each.paper === null, random);
      if (!request) return undefined;
      return offered(request.hotlineId, {
        type: 'DraftOptions',
        ...ofTeam(request, view, random),
        text: english(`Options ${view.serial}.`),
      });
    },
  },
  {
    name: 'SignOptions',
    answers: [],
    byMember: true,
    offer(view, random) {
      const request = requestIn(view, ({ paper }) => paper !== null && paper.agreedAt === null, random);
      if (!request) return undefined;
      const digest = request.paper && random.percent(92) ? request.paper.digest : sha256('something else');
      return offered(request.hotlineId, { type: 'SignOptions', ...ofTeam(request, view, random), digest });
    },
  },
];
