import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { kafkajsFailure } from './kafkajs-failure';

const protocol = (type: string): Error => Object.assign(new KafkaJSProtocolError('as the broker says'), { type });
const connection = (code: string): Error => Object.assign(new KafkaJSConnectionError('as TLS says'), { code });
/** As kafkajs wraps what it has tried too often. */
const afterTrying = (cause: Error): Error =>
  Object.assign(new KafkaJSNumberOfRetriesExceeded(cause, { retryCount: 5, retryTime: 1_000 }), { cause });

describe('what kafkajs throws', () => {
  it.each([
    ['passing', protocol('GROUP_LOAD_IN_PROGRESS')],
    ['passing', afterTrying(protocol('NOT_LEADER_FOR_PARTITION'))],
    ['refused', connection('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')],
    ['untrusted', afterTrying(connection('DEPTH_ZERO_SELF_SIGNED_CERT'))],
    ['untrusted', connection('ERR_TLS_CERT_ALTNAME_INVALID')],
  ])('is known as %s', (problem: string, failure: Error) => {
    expect(kafkajsFailure(failure)).toMatchObject({ name: 'BrokerFailure', problem, message: failure.message });
  });

  it('stays what it is where its reason says nothing of what to do', () => {
    const others = [connection('ECONNREFUSED'), protocol('TOPIC_AUTHORIZATION_FAILED'), 'words'];
    expect(others.map(kafkajsFailure)).toEqual(others);
  });
});
