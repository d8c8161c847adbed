import { plusMillis } from '@parley/kernel';
import { official, type ActKind } from './act-kind';

const MINUTE = 60_000;

/** The system was away, and what came by another channel meanwhile. */
export const outageActs: readonly ActKind[] = [
  {
    name: 'NoteOutage',
    answers: [],
    offer(view, random) {
      if (!random.percent(40)) return undefined;
      const from = plusMillis(view.now, -random.between(31, 300) * MINUTE);
      const command = {
        type: 'NoteOutage',
        outageId: view.serial,
        from,
        to: view.now,
        declaredBy: random.pick(['heartbeat', 'coheads'] as const),
        elsewhere: false,
        at: view.now,
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
  {
    name: 'EnterFallbackCallAnswer',
    answers: ['consultations'],
    offer(view, random) {
      const calls = view.filed.status === 'registered' ? view.filed.exchange.calls : [];
      const call = calls.length > 0 ? random.pick(calls) : undefined;
      if (!call) return undefined;
      const cameAt = random.percent(90) ? plusMillis(call.proposedFor, -random.between(1, 600) * MINUTE) : view.now;
      const act = {
        type: 'AnswerCall',
        ...official('desk', { ...view, now: cameAt }),
        callId: random.percent(95) ? call.id : 'call:99',
      } as const;
      const by = random.percent(4) ? { by: official('registry', view).by } : {};
      const command = {
        type: 'EnterFallbackCallAnswer',
        ...official('registry', view),
        entryId: view.serial,
        channel: 'A telephone of the seat',
        cameAt,
        act: { ...act, ...by },
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
  {
    name: 'EnterFallbackReply',
    answers: [],
    offer(view, random) {
      if (view.filed.status !== 'registered') return undefined;
      const cameAt = plusMillis(view.now, random.between(-72 * 60, 30) * MINUTE);
      const reply = { position: 'accepts', objections: [], reservation: [], counterStatements: [] } as const;
      const command = {
        type: 'EnterFallbackReply',
        ...official('registry', view),
        entryId: view.serial,
        channel: 'A note handed over',
        cameAt,
        reply,
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
];
