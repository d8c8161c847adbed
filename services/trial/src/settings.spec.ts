import { trialSettings } from './settings';

describe('the settings of the trial', () => {
  it('run one process of each service where nothing is said', () => {
    expect(trialSettings({})).toMatchObject({
      port: 3000,
      instances: { intake: 1, evidence: 1, 'panel-review': 1, referral: 1, audit: 1 },
      kafkaBrokers: undefined,
      databaseUrl: undefined,
    });
  });

  it('run several of those that are named', () => {
    expect(trialSettings({ PARLEY_INSTANCES: 'audit=2, panel-review=3' }).instances).toEqual({
      intake: 1,
      evidence: 1,
      'panel-review': 3,
      referral: 1,
      audit: 2,
    });
  });

  it.each(['audit', 'audit=0', 'audit=9', 'gateway=2', 'audit=2;intake=2'])(
    'do not take %j for so many processes',
    (instances) => {
      expect(() => trialSettings({ PARLEY_INSTANCES: instances })).toThrow(
        /PARLEY_INSTANCES must be like audit=2,intake=3/,
      );
    },
  );

  it('use a broker that is given under either name', () => {
    expect(trialSettings({ KAFKA_BROKERS: 'one:9092' }).kafkaBrokers).toBe('one:9092');
    expect(trialSettings({ KAFKA_BROKERS: 'one:9092', PARLEY_KAFKA_BROKERS: 'two:9092' }).kafkaBrokers).toBe(
      'two:9092',
    );
  });
});
