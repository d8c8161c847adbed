import type { AcknowledgedAct } from '../load/act';
import type { CaseRecord, HistoryEntry } from './case-record';
import type { ToldMessage } from './told-message';

export const CASE = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11';
const INTAKE = `intake.case-${CASE}`;
export const REPLY_DUE = '2026-03-23T16:00:00.000Z';

const person = (personId: string) => ({ kind: 'person', personId });
const system = { kind: 'system' };
const command = (id: string) => ({ kind: 'command', id });

const entry = (revision: number, type: string, of: Partial<HistoryEntry>): HistoryEntry => ({
  eventId: `${type}-${String(revision)}`,
  stream: INTAKE,
  revision,
  type,
  actor: system,
  occurredAt: '2026-03-02T08:00:00.000Z',
  recordedAt: `2026-03-02T08:0${String(revision)}:00.000Z`,
  cause: command('c'),
  tier: 'PUBLIC',
  commitment: `digest of ${String(revision)}`,
  payload: {},
  ...of,
});

/** Filed, found complete, registered, and unanswered until the reply lapsed. */
export const history: readonly HistoryEntry[] = [
  entry(0, 'GrievanceFiled', {
    actor: person('cn-desk'),
    cause: command('filing'),
    tier: 'PARTIES',
    payload: { receipt: { number: 'R-1' } },
  }),
  entry(1, 'GrievanceFoundComplete', { actor: person('us-registry'), cause: command('completeness') }),
  entry(2, 'CaseRegistered', {
    cause: { kind: 'event', id: 'GrievanceFoundComplete-1' },
    payload: { opens: [{ id: 'reply', dueAt: REPLY_DUE }] },
  }),
  entry(3, 'ReplyLapsed', {
    cause: { kind: 'timer', id: 'reply' },
    occurredAt: REPLY_DUE,
    payload: { closes: ['reply'] },
  }),
];

export const record = (us: readonly HistoryEntry[] = history, cn: readonly HistoryEntry[] = us): CaseRecord => ({
  caseId: CASE,
  us,
  cn,
});

const act = (user: string, event: string): AcknowledgedAct => ({
  user,
  path: '/',
  body: {},
  event,
  key: event,
  caseId: CASE,
  again: 0,
});

export const acts: readonly AcknowledgedAct[] = [
  { ...act('cn-desk', 'intake GrievanceFiled'), receipt: 'R-1' },
  act('us-registry', 'intake GrievanceFoundComplete'),
];

/** What was told, and of which event: that a person acted is told where nothing else is. */
const TOLD = {
  GrievanceFiled: 'GrievanceFiled',
  PersonActed: 'GrievanceFoundComplete',
  CaseRegistered: 'CaseRegistered',
  ReplyLapsed: 'ReplyLapsed',
};

export const messages: readonly ToldMessage[] = Object.entries(TOLD).map(([name, of], index) => {
  const { occurredAt, recordedAt } = history.find(({ type }) => type === of)!;
  return {
    context: 'intake',
    partition: 1,
    offset: BigInt(2 * index),
    id: `told-${name}`,
    subject: CASE,
    name,
    time: occurredAt,
    recordedAt,
  };
});
