import { sha256 } from '@parley/event-store';
import { plusMillis } from '@parley/kernel';
import type { Call, Minutes } from '../../../services/intake/src/case/consultations/time-of-call.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { english } from './texts';

const HOUR = 3_600_000;
const UNKNOWN = '99';
const JOINT = { en: 'Step by step.', 'zh-Hans': '分步进行。' };

const exchangeOf = ({ filed }: View) =>
  filed.status === 'registered' && filed.exchange.stage !== 'awaiting-reply' ? filed.exchange : undefined;
export const callsOf = (view: View): readonly Call[] => exchangeOf(view)?.calls ?? [];
export const minutesOf = (view: View): readonly Minutes[] => exchangeOf(view)?.consultations.minutes ?? [];

/** Usually a call that fits; now and then any, or one that does not exist. */
function callId(view: View, fits: (call: Call) => boolean, random: SeededRandom): string {
  const calls = callsOf(view);
  const fitting = calls.filter(fits);
  return fitting.length > 0 && random.percent(80)
    ? random.pick(fitting).id
    : random.pick([...calls.map(({ id }) => id), `call:${UNKNOWN}`]);
}

export const isOpen = ({ outcome }: Call): boolean => outcome === 'open';
export const isAnswered = ({ outcome }: Call): boolean => outcome !== 'open' && outcome.kind === 'answered';
const timeFor = (view: View, random: SeededRandom) => plusMillis(view.now, random.between(-1, 5 * 24) * HOUR);

export const consultationsActs: readonly ActKind[] = [
  {
    name: 'OfferCall',
    answers: ['consultations', 'first-call'],
    offer: (view, random) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: { type: 'OfferCall', ...official('desk', view), proposedFor: timeFor(view, random) },
    }),
  },
  {
    name: 'AcceptCall',
    answers: ['call'],
    offer: (view, random) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: {
        type: 'AcceptCall',
        ...official('desk', view),
        callId: callId(view, (call) => isOpen(call) && call.namedBy !== view.party, random),
      },
    }),
  },
  {
    name: 'MoveCall',
    answers: ['call'],
    offer(view, random) {
      const id = callId(view, isOpen, random);
      const same = callsOf(view).find((call) => call.id === id);
      const proposedFor = same && random.percent(10) ? same.proposedFor : timeFor(view, random);
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: { type: 'MoveCall', ...official('desk', view), callId: id, proposedFor },
      };
    },
  },
  {
    name: 'AnswerCall',
    answers: ['call', 'call'],
    offer: (view, random) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: {
        type: 'AnswerCall',
        ...official('desk', view),
        callId: callId(view, (call) => isOpen(call) && call.namedBy !== view.party, random),
      },
    }),
  },
  {
    name: 'EscalateConsultations',
    answers: ['officials', 'consultations'],
    offer: (view) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: { type: 'EscalateConsultations', ...official('desk', view) },
    }),
  },
  {
    name: 'FileMinutes',
    answers: ['consultations'],
    offer: (view, random) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: {
        type: 'FileMinutes',
        ...official('desk', view),
        callId: callId(view, isAnswered, random),
        text: english('We spoke of the duties.'),
      },
    }),
  },
  {
    name: 'SignMinutes',
    answers: ['consultations'],
    offer(view, random) {
      const minutes = minutesOf(view);
      const others = minutes.filter(({ party }) => party !== view.party);
      const chosen = random.pick([...(others.length > 0 && random.percent(85) ? others : minutes), undefined]);
      const digest = chosen && random.percent(92) ? chosen.digest : sha256('something else');
      const by = chosen && random.percent(4) ? { by: chosen.by } : {};
      return {
        desk: 'intake',
        caseId: view.caseId,
        command: {
          type: 'SignMinutes',
          ...official('desk', view),
          ...by,
          minutesId: chosen?.id ?? `minutes:${UNKNOWN}`,
          digest,
        },
      };
    },
  },
  {
    name: 'SignJointProposal',
    answers: ['joint-proposal', 'joint-proposal', 'joint-proposal'],
    offer: (view, random) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: {
        type: 'SignJointProposal',
        ...official('cohead', view),
        text: random.percent(50) ? JOINT : { ...JOINT, en: 'Everything at once.' },
      },
    }),
  },
  {
    name: 'ConcludeConsultations',
    answers: ['consultations'],
    offer: (view) => ({
      desk: 'intake',
      caseId: view.caseId,
      command: { type: 'ConcludeConsultations', ...official('desk', view) },
    }),
  },
];
