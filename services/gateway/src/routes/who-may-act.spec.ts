import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsTable, type DeclaredAct } from '@parley/access';
import { actsOf, actsOfOperations } from './service-document.fixture';
import { SERVICES } from './services-of-routes.fixture';

const TABLE = join(__dirname, '../../../../libs/access/ACTS.md');
const HEADING = '# Who may do what, and when not\n\n<!-- made from the code -->\n\n';

describe('who may do what', () => {
  let acts: readonly DeclaredAct[];

  beforeAll(async () => {
    acts = (await Promise.all([...SERVICES.map(([, service]) => actsOf(service)), actsOfOperations()])).flat();
    if (process.env['PARLEY_WRITE_TABLES'] === '1') writeFileSync(TABLE, `${HEADING}${actsTable(acts)}\n`);
  });

  it('stands in ACTS.md of the access library as the routes declare it (PARLEY_WRITE_TABLES=1 writes it anew)', () => {
    expect(readFileSync(TABLE, 'utf8')).toBe(`${HEADING}${actsTable(acts)}\n`);
  });

  it('names for every act the words by which a person finds it', () => {
    expect(acts.filter(({ what }) => what === '').map(({ act }) => act)).toEqual([]);
  });
});
