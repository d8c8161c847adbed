import { logLevel, type logCreator } from 'kafkajs';

/** Warnings are left out. They tell over and over what the client does about a broker that is away. */
export const loggedLevel = logLevel.ERROR;

/** What the client had to say of itself. */
export class KafkaClientError extends Error {
  override readonly name = 'KafkaClientError';
}

/**
 * What these stumble on is tried again, and the caller tells of it when that came to nothing. Otherwise a broker that
 * is away would fill a log.
 */
const HEARD_OTHERWISE = /^(Connection|BrokerPool|SaslAuthenticator-.*|Producer|Consumer)$/;

/**
 * The client's log as failures: its words and what it was about, without stacks and without the error objects, which
 * may hold more.
 */
export const failureLog =
  (onFailure: (failure: unknown) => void): logCreator =>
  () =>
  ({ namespace, log }) => {
    if (HEARD_OTHERWISE.test(namespace)) return;
    const { groupId, broker, topic } = log as Readonly<Record<string, unknown>>;
    const about = [groupId, broker, topic].filter((each) => typeof each === 'string').join(', ');
    onFailure(new KafkaClientError(`${namespace}: ${log.message}${about === '' ? '' : ` (${about})`}`));
  };
