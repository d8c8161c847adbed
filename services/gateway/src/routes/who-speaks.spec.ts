import { SERVICES } from './services-of-routes.fixture';

describe('who speaks for a party', () => {
  it.each(SERVICES)('is known to %s, so that an ended delegation ends there too', (_context, service) => {
    expect(service.knowsDelegations).toBe(true);
  });
});
