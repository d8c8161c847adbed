import type { Side } from '@parley/kernel';
import type { Paper } from '../experts/papers.rules';
import type { Act } from './panel-state.rules';
import { answered, clocksOf, entered, person, rosterOf, text } from './panel-story.fixture';
import { as, deliberate, opened, ROSTER, send, type RandomPanel } from './random-panel.fixture';

/** Rosters with names that no panel had before. */
const anew = () => {
  const rosters = { complainant: rosterOf('cn-new', ROSTER), respondent: rosterOf('us-new', ROSTER) };
  return { rosters, duty: { complainant: [], respondent: [] } };
};

/** A screening that stands still goes on, and one that has ended is reopened. */
export function goingOn(world: RandomPanel): RandomPanel {
  const { suspendedAt, screeningEnd, longStop } = opened(world);
  const stopped = suspendedAt ?? screeningEnd?.at;
  if (stopped === undefined) return world;
  const still = clocksOf('2026-1').standStill(stopped, { at: world.now });
  const about = { longStop, still, at: world.now };
  return send(world, screeningEnd ? { told: 'reopened', ...about, anew: anew() } : { told: 'resumed', ...about });
}

export const isStopped = (world: RandomPanel): boolean =>
  opened(world).suspendedAt !== null || opened(world).screeningEnd !== null;

/** Stops the screening seldom, and lets it go on soon. */
export function stopOrGoOn(world: RandomPanel, who: number): RandomPanel {
  const { screeningEnd } = opened(world);
  if (screeningEnd && who === 7) return send(world, { told: 'lapse-set-aside', at: world.now });
  if (isStopped(world)) return goingOn(world);
  if (who === 0) return send(world, { told: 'suspended', at: world.now });
  return who === 1 ? send(world, { told: 'screening-ended', outcome: 'lapsed', at: world.now }) : world;
}

/** Proposes that some deadline end later, and signs the other side's last proposal. */
export function extend(world: RandomPanel, who: number): RandomPanel {
  const { running } = opened(world);
  const [side, other]: readonly [Side, Side] =
    who % 2 === 0 ? ['complainant', 'respondent'] : ['respondent', 'complainant'];
  const signatories = who > 5 ? 'coheads' : 'parties';
  const role = who > 5 ? 'cohead' : 'desk';
  const ids = Object.keys(running);
  const deadline = ids[who % Math.max(ids.length, 1)] ?? 'review';
  const reason = { en: 'Illness.', 'zh-Hans': '患病。' };
  const proposed = send(world, {
    type: 'ProposeExtension',
    ...as(world, side, role),
    signatories,
    deadline,
    length: who + 1,
    reason,
  });
  const open = opened(proposed).extensions.at(-1);
  return open && who !== 3
    ? send(proposed, {
        type: 'SignExtension',
        ...as(proposed, other, role),
        signatories,
        extensionId: open.id,
        digest: open.digest,
      })
    : proposed;
}

/** Paper for others: of four one is refused, one is not answered, and the others are confirmed. */
function enter(world: RandomPanel, who: number, act: Paper): RandomPanel {
  const claim = entered(act, `p${String(opened(world).lateEntries.length)}`);
  const claimed = send(world, claim);
  if (who % 4 === 0) return claimed;
  const other: Side = act.party === opened(world).parties.complainant ? 'respondent' : 'complainant';
  const { by } = as(claimed, other, 'registry');
  return send(claimed, { ...answered(claim, who % 4 === 1 ? 'refused' : 'confirmed'), by });
}

/** Requests, answers, notes, experts and comments, in any order and by anybody. */
export function layBefore(world: RandomPanel, act: number, who: number): RandomPanel {
  const state = opened(world);
  const side: Side = who % 2 === 0 ? 'complainant' : 'respondent';
  const desk = as(world, side, 'desk');
  const registry = as(world, side, 'registry');
  const chair: Act = { by: state.convening?.coChairs[who % 2] ?? person('nobody'), party: null, receivedAt: world.now };
  const materialId = state.materials[who % Math.max(state.materials.length, 1)]?.id ?? 'answer:9';
  const exhibits = who > 5 ? ['USA-9'] : ['CHN-1'];
  const about = { text: text('Words.'), exhibits };
  switch (act + (who >> 1)) {
    case 26:
    case 27:
      return send(world, {
        type: 'RequestInformation',
        ...chair,
        askedOf: state.parties[side],
        questions: text('What?'),
        jointly: who > 3,
        withdrawals: [],
      });
    case 28:
      return send(world, {
        type: 'AnswerRequest',
        ...desk,
        requestId: state.requests.at(-1)?.id ?? 'request:1',
        ...about,
      });
    case 29:
      return enter(send(world, { type: 'AdmitThirdParty', ...chair, name: text('Importers') }), who, {
        type: 'FileThirdPartyNote',
        ...registry,
        thirdPartyId: 'third-party:1',
        text: text('We pay.'),
      });
    case 30:
      return send(world, {
        type: 'ProposeExperts',
        ...desk,
        experts: [{ name: text('Institute'), expertise: ['statistics'] }],
      });
    default: {
      const expertId = state.expertLists[0]?.experts[0]?.id ?? 'expert:1';
      const chosen =
        state.convening?.coChairs.reduce(
          (before, by) =>
            deliberate(before, {
              type: 'ChooseExpert',
              ...chair,
              by,
              panel: state,
              expertId,
              questions: text('What share?'),
            }),
          world,
        ) ?? world;
      const [agreed] = chosen.deliberation.expertsAgreed;
      const taken = agreed ? send(chosen, { type: 'RecordExpert', ...agreed }) : chosen;
      const reported = enter(taken, who, { type: 'ServeReport', ...registry, expertId, ...about });
      return send(reported, { type: 'CommentOnMaterial', ...desk, materialId, comment: text('No.') });
    }
  }
}

/** Withdraws a claim, adds a third one, or replaces one. */
export function amend(world: RandomPanel, who: number): RandomPanel {
  const { now: at } = world;
  const { claims } = opened(world);
  if (who === 0) return send(world, { told: 'claims-withdrawn', claimIds: ['C2'], at });
  if (who < 3)
    return send(world, {
      told: 'claims',
      claims: [...claims, { id: 'C3', measure: 'M2', agreement: 'GATT1994', provision: '' }],
      at,
    });
  if (who > 3) return world;
  return deliberate(world, { type: 'SetSayingsAside', claimIds: ['C1'], at });
}
