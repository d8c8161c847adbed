import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import {
  statementDigest,
  type Channel,
  type ChannelCommand,
  type ChannelEvent,
  type ConsentToRelease,
  type SayWithoutPrejudice,
  type Statement,
} from './channel';
import { channelRefusals as refusals } from './channel-refusals';

/** More would be a second archive beside the record. */
const MOST_STATEMENTS_OF_A_SIDE = 500;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'I-45', tier: 'DESKS' }) as const;

/** The without-prejudice channel (S5, S10): a stream of its own, which nothing of the case's other parts is made of. */
export const channelDecider: Decider<ChannelCommand, Channel, ChannelEvent> = {
  initial: [],
  decide: (command, channel) =>
    command.type === 'SayWithoutPrejudice' ? say(command, channel) : consent(command, channel),
  evolve(channel, event) {
    const { occurredAt: at } = event;
    switch (event.type) {
      case 'SaidWithoutPrejudice': {
        const { statementId: id, party, by, text, digest } = event.data;
        return [...channel, { id, party, by, saidAt: at, text, digest, consents: [], releasedAt: null }];
      }
      case 'ReleaseConsented': {
        const { statementId, party, by } = event.data;
        return withStatement(channel, statementId, (statement) => ({
          ...statement,
          consents: [...statement.consents, { party, by, at }],
        }));
      }
      case 'WithoutPrejudiceReleased':
        return withStatement(channel, event.data.statementId, (statement) => ({ ...statement, releasedAt: at }));
      default:
        return unknownEvent(event, channel);
    }
  },
};

function say(
  { by, party, receivedAt, caseId, parties, statementId, text }: SayWithoutPrejudice,
  channel: Channel,
): Decision<ChannelEvent> {
  if (party !== parties.complainant && party !== parties.respondent) return refuse(refusals.notAParty);
  if (channel.filter((statement) => statement.party === party).length >= MOST_STATEMENTS_OF_A_SIDE)
    return refuse(refusals.channelFull);
  const digest = statementDigest(caseId, statementId, text);
  return accept({ ...about(receivedAt), type: 'SaidWithoutPrejudice', data: { statementId, party, by, text, digest } });
}

/** A party consents to lay a statement open, its own or the other's; with both consents over the same digest it is. */
function consent(
  { by, party, receivedAt, parties, statementId, digest }: ConsentToRelease,
  channel: Channel,
): Decision<ChannelEvent> {
  if (party !== parties.complainant && party !== parties.respondent) return refuse(refusals.notAParty);
  const statement = channel.find(({ id }) => id === statementId);
  if (!statement) return refuse(refusals.unknownStatement);
  if (statement.consents.some((given) => given.party === party)) return refuse(refusals.consentedAlready);
  if (statement.consents.some((given) => given.by === by)) return refuse(refusals.consentsForBoth);
  if (digest !== statement.digest) return refuse(refusals.statementDigestDiffers, '/digest');
  const consented: ChannelEvent = {
    ...about(receivedAt),
    type: 'ReleaseConsented',
    data: { statementId, party, by, digest },
  };
  return statement.consents.length === 0 ? accept(consented) : accept(consented, released(statement, receivedAt));
}

const released = ({ id, party, saidAt, text, digest }: Statement, at: Instant): ChannelEvent => ({
  ...about(at),
  tier: 'PANEL',
  type: 'WithoutPrejudiceReleased',
  data: { statementId: id, party, saidAt, text, digest },
});

const withStatement = (channel: Channel, id: string, change: (statement: Statement) => Statement): Channel =>
  channel.map((statement) => (statement.id === id ? change(statement) : statement));

const unknownEvent = (_event: never, channel: Channel): Channel => channel;
