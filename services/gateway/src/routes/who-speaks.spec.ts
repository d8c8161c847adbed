import { actsOf } from './service-document.fixture';
import { SERVICES } from './services-of-routes.fixture';

describe('who speaks for a party', () => {
  it.each(SERVICES)(
    'is known to %s, if desks act there, so that an ended delegation ends there too',
    async (_context, service) => {
      const desksAct = (await actsOf(service)).some(({ as }) => as.includes('desk'));
      expect(service.knowsDelegations ?? false).toBe(desksAct);
    },
  );
});
