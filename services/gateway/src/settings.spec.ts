import { gatewaySettings } from './settings';

const SERVICES = {
  PARLEY_INTAKE_URL: 'http://intake:3000',
  PARLEY_EVIDENCE_URL: 'http://evidence:3000/',
  PARLEY_PANEL_REVIEW_URL: 'https://panel-review',
  PARLEY_REFERRAL_URL: 'http://referral:3000',
  PARLEY_AUDIT_URL: 'http://audit-0:3000, http://audit-1:3000',
};
const DEMONSTRATION = { ...SERVICES, PARLEY_KEYS_DIR: '/keys' };

describe('the settings of the gateway', () => {
  it('name the instances of each service', () => {
    expect(gatewaySettings(DEMONSTRATION).services).toEqual({
      intake: ['http://intake:3000'],
      evidence: ['http://evidence:3000'],
      panelreview: ['https://panel-review'],
      referral: ['http://referral:3000'],
      audit: ['http://audit-0:3000', 'http://audit-1:3000'],
    });
  });

  it('need no key and no database where the issuer is somebody else and time is real', () => {
    const settings = gatewaySettings({
      ...SERVICES,
      PARLEY_MODE: 'production',
      PARLEY_OIDC_US_ISSUER: 'https://id.us.example/realm/',
      PARLEY_OIDC_CN_ISSUER: 'https://id.cn.example',
      PARLEY_OIDC_SECRETARIAT_ISSUER: 'https://id.seat.example',
    });
    expect(settings).toMatchObject({
      production: true,
      oidc: {
        audience: 'parley',
        issuers: [
          { of: 'US', issuer: 'https://id.us.example/realm/' },
          { of: 'CN', issuer: 'https://id.cn.example' },
          { of: 'secretariat', issuer: 'https://id.seat.example' },
        ],
      },
      demonstration: undefined,
    });
  });

  it('keep the clock where the record is, or else in the database', () => {
    const demonstration = {
      ...DEMONSTRATION,
      PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00+01:00',
      PARLEY_DATABASE_URL: 'postgres://db/parley',
    };
    expect(gatewaySettings(demonstration).demonstration?.eventStore).toBe('postgres://db/parley');
    expect(
      gatewaySettings({ ...demonstration, PARLEY_EVENT_STORE_URL: 'esdb://one:2113,two:2113' }).demonstration
        ?.eventStore,
    ).toBe('esdb://one:2113,two:2113');
  });

  it('name all three issuers or none', () => {
    expect(() => gatewaySettings({ ...SERVICES, PARLEY_OIDC_US_ISSUER: 'https://id.us.example' })).toThrow(
      /: PARLEY_OIDC_US_ISSUER, PARLEY_OIDC_CN_ISSUER and PARLEY_OIDC_SECRETARIAT_ISSUER go together\.$/,
    );
  });

  it('are refused with every fault at once', () => {
    const wrong = {
      ...SERVICES,
      PARLEY_MODE: 'production',
      PARLEY_AUDIT_URL: 'http://audit/path',
      PARLEY_EVIDENCE_URL: '',
      PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00Z',
      PARLEY_PORTS: '1',
    };
    expect(() => gatewaySettings(wrong)).toThrow(
      /PARLEY_EVIDENCE_URL must be .*PARLEY_AUDIT_URL must be .*PARLEY_DEMO_CLOCK is refused in production.*production needs PARLEY_OIDC_US_ISSUER, PARLEY_OIDC_CN_ISSUER and PARLEY_OIDC_SECRETARIAT_ISSUER.*needs PARLEY_DATABASE_URL or PARLEY_EVENT_STORE_URL.*PARLEY_PORTS is no setting/,
    );
  });
});
