import type { RefusalReason } from '@parley/kernel';
import { entryRefusals, fallbackRefusals } from '@parley/procedure';
import { compositionRefusals } from './composition/composition-refusals';
import { delayRefusals } from './delay/delay-refusals';
import { expertRefusals } from './experts/expert-refusals';
import { extensionRefusals } from './extensions/extension-refusals';
import { findingsRefusals } from './findings/findings-refusals';
import { informationRefusals } from './information/information-refusals';
import { meetingRefusals } from './meeting/meeting-refusals';
import { reviewRefusals } from './review/review-refusals';
import { rosterRefusals } from './roster/roster-refusals';
import { trackRefusals } from './tracks/track-refusals';

/** Every reason for which panel review refuses an act, with the rule that says so. */
export const refusals = {
  ...rosterRefusals,
  ...compositionRefusals,
  ...reviewRefusals,
  ...findingsRefusals,
  ...trackRefusals,
  ...informationRefusals,
  ...expertRefusals,
  ...delayRefusals,
  ...extensionRefusals,
  ...meetingRefusals,
  ...fallbackRefusals,
  ...entryRefusals,
  panelNotOpened: {
    code: 'panel-not-opened',
    rule: 'S6',
    status: 404,
    en: 'There is no panel in such a case.',
    'zh-Hans': '该案没有专家组。',
  },
  screeningEnded: { code: 'screening-ended', rule: 'I-26', en: 'The screening has ended.', 'zh-Hans': '审查已结束。' },
  screeningSuspended: {
    code: 'screening-suspended',
    rule: 'S11',
    en: 'The screening is suspended; acts are taken again when it goes on.',
    'zh-Hans': '审查已中止；恢复后方可行事。',
  },
  panelImpossible: {
    code: 'panel-impossible',
    rule: 'S6',
    en: 'No eligible name was left for a seat; there will be no panel.',
    'zh-Hans': '席位已无合格人选，专家组无法组成。',
  },
  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop has passed.',
    'zh-Hans': '最长期限已过。',
  },
  notAParty: {
    code: 'not-a-party',
    rule: 'S6',
    status: 403,
    en: 'Only the desk of a party may do this.',
    'zh-Hans': '只有当事方的主管部门可以这样做。',
  },
  notACoHead: {
    code: 'not-a-co-head',
    rule: 'I-04',
    status: 403,
    en: 'Only a co-head may do this.',
    'zh-Hans': '只有共同负责人可以这样做。',
  },
  twoCapacities: {
    code: 'two-capacities-in-case',
    rule: 'I-05',
    status: 403,
    en: 'In this case this person has acted, or sits, in another capacity.',
    'zh-Hans': '此人在本案中已以其他身份行事或任职。',
  },
} as const satisfies Record<string, RefusalReason>;
