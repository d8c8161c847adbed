import { describeTopic, groupIdOf, topicOf } from './topics';

const kafka = { namespace: 'parley', partitions: 6, retentionHours: -1 };

describe('a topic', () => {
  it('is named for its context, and a group for its service, below the installation’s name', () => {
    expect(topicOf('parley', 'intake')).toBe('parley.intake.v1');
    expect(groupIdOf('parley', 'audit', 'docket')).toBe('parley.audit.docket');
  });

  it.each([
    [1, '1'],
    [2, '1'],
    [3, '2'],
    [5, '2'],
  ])('of %i copies can be written with %s of them in sync', (replication, inSync) => {
    expect(describeTopic({ ...kafka, replication }, 'intake').config['min.insync.replicas']).toBe(inSync);
  });

  it('keeps what was sent for ever, or as long as it was told to', () => {
    expect(describeTopic({ ...kafka, replication: 1 }, 'intake').config['retention.ms']).toBe('-1');
    expect(describeTopic({ ...kafka, replication: 1, retentionHours: 2 }, 'intake').config['retention.ms']).toBe(
      '7200000',
    );
  });
});
