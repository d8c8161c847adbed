import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase } from './rule';

const DAY_MS = 86_400_000;

interface Said {
  readonly as?: string;
  readonly by?: string;
  readonly entryId?: string;
  readonly party?: string;
  readonly claimedAt?: Instant;
  readonly paper?: { readonly entryId: string; readonly original: string; readonly standing: string };
  readonly original?: string;
  readonly replaces?: string;
  readonly claimed?: { readonly expertId?: string; readonly thirdPartyId?: string };
  readonly expertId?: string;
  readonly thirdPartyId?: string;
  readonly opens?: readonly { readonly id: string; readonly dueAt: Instant; readonly track: string }[];
}

interface Read {
  readonly recorded: RecordedEvent;
  readonly data: Said;
}

const read = ({ recorded }: { readonly recorded: RecordedEvent }): Read => ({
  recorded,
  data: JSON.parse(Buffer.from(recorded.payload).toString('utf8')) as Said,
});

const IN_NAMES_OF_OTHERS = ['ExpertReportServed', 'ThirdPartyNoteFiled'];

/**
 * What stands in the name of an expert or a third party was done by that person, or entered by the registry of one
 * side and confirmed by that of the other; unconfirmed it stands only once that had its two working days.
 */
export const paperOfNeitherSide = ofEachCase('I-67', ({ panel }) => {
  const steps = panel.map(read);
  return steps.flatMap((step, index) =>
    IN_NAMES_OF_OTHERS.includes(step.recorded.type) ? faultsOf(step, steps.slice(0, index)) : [],
  );
});

function faultsOf(step: Read, earlier: readonly Read[]): readonly string[] {
  const { recorded, data } = step;
  const { actor } = recorded;
  if (data.as !== undefined) {
    const inPerson = actor.kind === 'person' && actor.role === data.as && actor.personId === data.by;
    return inPerson ? [] : [`${recorded.type} in person was done by somebody else`];
  }
  const { entryId = '', original, standing } = data.paper ?? {};
  const claim = earlier.find(({ recorded: { type }, data: said }) => isOf(type, said, 'LateEntryClaimed', entryId));
  if (!claim || claim.data.original !== original) return [`${recorded.type} was entered by nobody, over no original`];
  const { actor: officer } = claim.recorded;
  const of = authorOf(data);
  const refused = earlier.some(
    ({ recorded: { type }, data: said }) =>
      type === 'LateEntryRefused' &&
      earlier.some(
        ({ recorded: { type: before }, data: entered }) =>
          isOf(before, entered, 'LateEntryClaimed', said.entryId ?? '') && authorOf(entered.claimed ?? {}) === of,
      ),
  );
  return [
    ...(officer.kind === 'person' && officer.role === 'registry' ? [] : [`no registry entered the words of ${of}`]),
    ...(standing === 'confirmed' ? faultsOfConfirmed(step, claim) : faultsOfSilence(step, claim)),
    ...(refused ? [`paper of ${of} stands after it was refused`] : []),
    ...(earlier.some(({ data: { replaces } }) => replaces === entryId)
      ? [`paper of ${of} stands beside what took its place`]
      : []),
  ];
}

const isOf = (type: string, { entryId }: Said, wanted: string, id: string): boolean =>
  type === wanted && entryId === id;

const authorOf = ({ expertId = '', thirdPartyId = '' }: Said): string => expertId + thirdPartyId;

function faultsOfConfirmed({ recorded: { actor } }: Read, { data: { party } }: Read): readonly string[] {
  const byTheOther = actor.kind === 'person' && actor.role === 'registry' && actor.party !== party;
  return byTheOther ? [] : ['paper is called confirmed, and no officer of the other side confirmed it'];
}

function faultsOfSilence({ recorded }: Read, { data: { claimedAt, opens } }: Read): readonly string[] {
  const arrived = claimedAt ?? recorded.occurredAt;
  const end = opens?.[0]?.track === 'urgent' ? plusMillis(arrived, DAY_MS) : endOfJointDays(arrived, 2);
  return recorded.actor.kind !== 'person' && recorded.occurredAt >= end
    ? []
    : [`paper stands as unconfirmed at ${recorded.occurredAt}, and could be answered until ${end}`];
}
