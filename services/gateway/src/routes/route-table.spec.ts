import { evidenceService } from '@parley/evidence';
import { CONTEXTS, OF_EVERY_PROCESS, ROUTES, UPLOADS } from './route-table';
import { pathsOf, uploadsOf } from './service-document.fixture';
import { SERVICES } from './services-of-routes.fixture';

/** Pages for people, which stand in no document. */
const PAGES: readonly string[] = ['/docket', '/docket/docket.css', '/docket/{docketNumber}'];

describe('the table of routes', () => {
  it.each(SERVICES)('names %s for every path of its document, and for nothing else', async (context, service) => {
    const documented = (await pathsOf(service)).filter((path) => !OF_EVERY_PROCESS.includes(path));
    expect([...ROUTES[context]].filter((path) => !PAGES.includes(path)).sort()).toEqual([...documented].sort());
  });

  it('gives uploads the room that the service gives them', async () => {
    expect(UPLOADS).toEqual(await uploadsOf(evidenceService));
  });

  it('names one service for each path, and none for a path of the inside', () => {
    const all = CONTEXTS.flatMap((context) => ROUTES[context]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => path.startsWith('/internal'))).toEqual([]);
  });
});
