import type { Instant } from '@parley/kernel';
import type { LapsedPanelClock, LateAct } from '../../../services/panel-review/src/late-entries/late-entries.rules';
import type { OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, official, type View } from './act-kind';
import { otherCountry } from './countries';
import { english } from './texts';

type Act = (
  limit: LapsedPanelClock,
  panel: OpenedPanel,
  view: View,
  cameAt: Instant,
  random: SeededRandom,
) => LateAct | undefined;

/** The member who was on the seat at a stage when a limit passed; `undefined` when none was at it. */
const occupant = (
  { id }: LapsedPanelClock,
  { lapsed }: OpenedPanel,
  stage: 'awaiting-disclosure' | 'open-to-replacement',
) => {
  const occupancy = lapsed[id]?.occupancy;
  return occupancy?.stage === stage ? occupancy.member.personId : undefined;
};

const desk = (view: View, cameAt: Instant) => official('desk', { ...view, now: cameAt });

/** Acts by the first word of the limit’s id. These need the panel as it was when the limit passed. */
const ACTS: Readonly<Record<string, Act>> = {
  /** By the member who did not disclose in time. */
  disclosure(limit, panel, view, cameAt) {
    const silent = occupant(limit, panel, 'awaiting-disclosure');
    return (
      silent && {
        type: 'MakeDisclosure',
        ...memberOf(silent, { ...view, now: cameAt }),
        statement: english('Nothing.'),
      }
    );
  },
  /** The other side replaces the member who stayed on the seat although challenged. */
  replacement(limit, panel, view, cameAt, random) {
    const member = occupant(limit, panel, 'open-to-replacement');
    const party = random.percent(95)
      ? otherCountry(
          view.countries,
          limit.id.includes(view.party) ? view.party : otherCountry(view.countries, view.party),
        )
      : view.party;
    return member && { type: 'ReplaceMember', ...desk({ ...view, party }, cameAt), member };
  },
  'information-request': (limit, panel, view, cameAt, random) => {
    const asked = panel.requests.find(({ id }) => limit.id.endsWith(id.slice('request'.length)));
    const party = asked && random.percent(94) ? asked.askedOf : view.party;
    const exhibits = random.percent(4) ? ['XXX-99'] : panel.exhibits.slice(0, 1);
    return {
      type: 'AnswerRequest',
      ...desk({ ...view, party }, cameAt),
      requestId: asked?.id ?? 'request:99',
      text: english('Ten per cent.'),
      exhibits,
    };
  },
  'expert-comments': (limit, _panel, view, cameAt) => ({
    type: 'CommentOnMaterial',
    ...desk(view, cameAt),
    materialId: limit.id.replace('expert-comments', 'report'),
    comment: english('We doubt it.'),
  }),
};

/** True when one of these acts meets a limit. */
export const isMetThen = ({ id }: { readonly id: string }): boolean => Object.hasOwn(ACTS, id.split(':')[0] ?? '');

/** An act of a party or a nominee before a limit of the panel passed. */
export const latePanelAct = (
  limit: LapsedPanelClock,
  panel: OpenedPanel,
  view: View,
  cameAt: Instant,
  random: SeededRandom,
): LateAct | undefined => ACTS[limit.id.split(':')[0] ?? '']?.(limit, panel, view, cameAt, random);
