import { logLevel } from 'kafkajs';
import { failureLog } from './kafkajs-log';

const logged = (namespace: string, message: string): readonly string[] => {
  const told: string[] = [];
  const log = failureLog((failure) => told.push(String(failure)))(logLevel.ERROR);
  log({
    namespace,
    level: logLevel.ERROR,
    label: 'ERROR',
    log: { timestamp: '', message, groupId: 'docket', stack: 'at …' },
  });
  return told;
};

describe("kafkajs's own log", () => {
  it('is told with what it was about, and nothing more', () => {
    expect(logged('ConsumerGroup', 'Offset out of range')).toEqual([
      'KafkaClientError: ConsumerGroup: Offset out of range (docket)',
    ]);
  });

  const heardOtherwise = ['Connection', 'SaslAuthenticator-PLAIN', 'Producer', 'Consumer'];
  it.each(heardOtherwise)('is not repeated where whoever asked hears of it: %s', (namespace: string) => {
    expect(logged(namespace, 'Crash: the coordinator is loading')).toEqual([]);
  });
});
