import { plusMillis } from '@parley/kernel';
import {
  DELEGATION_SCOPES,
  inForce,
  NAMING_OFFICES,
  type Delegation,
} from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type Acting, type ActKind, type View } from './act-kind';
import { otherCountry, personOf } from './countries';

const DAY = 24 * 3_600_000;
const OFFICERS = ['desk', 'desk-2', 'desk-3', 'desk-4', 'desk-5', 'registry-2', 'cohead-2'];
const UNKNOWN = 'no-delegation';

/** The person who keeps the register, usually the head of the delegation. */
function keeper(view: View, random: SeededRandom): Acting {
  const heads = view
    .registerOf(view.party)
    .delegations.filter((each) => each.scope === 'head' && inForce(each, view.now));
  const desk = official('desk', view);
  return heads.length > 0 && random.percent(88) ? { ...desk, by: random.pick(heads).personId } : desk;
}

function delegationIn(view: View, random: SeededRandom): Delegation | undefined {
  const all = view.registerOf(view.party).delegations;
  const open = all.filter(({ endsAt }) => endsAt === null);
  const chosen = open.length > 0 && random.percent(88) ? open : all;
  return chosen.length > 0 && random.percent(94) ? random.pick(chosen) : undefined;
}

const registerIn = ({ countries, party }: View, random: SeededRandom) =>
  random.percent(95) ? party : otherCountry(countries, party);

/** Acts by which each side says who speaks for it, by which authority and until when. */
export const delegationActs: readonly ActKind[] = [
  {
    name: 'NameHead',
    answers: [],
    offer(view, random) {
      const { delegations, named } = view.registerOf(view.party);
      const office = random.pick(NAMING_OFFICES);
      const heads = delegations.filter((each) => each.scope === 'head' && inForce(each, view.now));
      const lost = random.percent(heads.length > 0 ? 80 : 5) ? { replaces: heads[0]?.id ?? UNKNOWN } : {};
      const other = named.find((each) => each.office !== office);
      const agreed = other !== undefined && random.percent(85);
      const said = agreed
        ? { personId: other.personId, ...(other.replaces === null ? {} : { replaces: other.replaces }) }
        : { personId: personOf(view.countries, view.party, random.pick([...OFFICERS, 'cohead', 'registry'])), ...lost };
      return {
        desk: 'delegations',
        caseId: null,
        command: {
          type: 'NameHead',
          ...official(office, view),
          register: registerIn(view, random),
          office,
          authority: 'A letter of credence',
          ids: { head: view.serial, cohead: `${view.serial}-cohead`, registry: `${view.serial}-registry` },
          ...said,
        },
      };
    },
  },
  {
    name: 'RecordDelegation',
    answers: [],
    offer(view, random) {
      const begins = random.percent(60) ? {} : { from: plusMillis(view.now, random.pick([-1, 3, 20]) * DAY) };
      const replaced = random.percent(45) ? delegationIn(view, random) : undefined;
      const replaces = replaced ? { replaces: replaced.id } : random.percent(5) ? { replaces: UNKNOWN } : {};
      const personId = personOf(view.countries, view.party, random.pick(OFFICERS));
      const scope = replaced && random.percent(80) ? replaced.scope : random.pick(DELEGATION_SCOPES);
      const said = { personId, scope, authority: 'A letter of credence' };
      return {
        desk: 'delegations',
        caseId: null,
        command: {
          type: 'RecordDelegation',
          ...keeper(view, random),
          register: registerIn(view, random),
          delegationId: view.serial,
          ...said,
          ...begins,
          ...replaces,
        },
      };
    },
  },
  {
    name: 'EndDelegation',
    answers: [],
    offer(view, random) {
      const delegationId = delegationIn(view, random)?.id ?? UNKNOWN;
      return {
        desk: 'delegations',
        caseId: null,
        command: { type: 'EndDelegation', ...keeper(view, random), register: registerIn(view, random), delegationId },
      };
    },
  },
];
