import { describeUnlessAbsent, pythonTool, runs } from '@parley/testing';
import { readDocument, routesOf, type Route } from '../support/api-document';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';

const tool = pythonTool('schemathesis==4.32.5');

/**
 * What an example asks for exists in the story that it is taken from, and not here. So an example may be refused. That
 * each is taken in its story is shown there.
 */
const ARGUMENTS = ['--phases=examples', '--exclude-checks=positive_data_acceptance', '--generation-deterministic'];

/** Whether the document says what to send: in a body, or in a part of the address or a header. */
const hasExample = ({ operation: { requestBody, parameters = [] } }: Route): boolean =>
  requestBody !== undefined || parameters.some(({ schema }) => schema?.example !== undefined);

describeUnlessAbsent(
  'software in Python that sends the examples of the document',
  {
    what: 'Schemathesis',
    absence: tool ? null : 'there is no Python 3 here, or nothing can be installed from PyPI',
    isRequired: false,
  },
  () => {
    let parley: ParleyProcess;

    beforeAll(async () => {
      parley = await ParleyProcess.start({ form: 'standalone' });
    }, 900_000);
    afterAll(() => parley.stop());

    it.each(['us-desk', 'cn-registry', 'us-auditor', 'operator'])(
      'finds each answer to be one that the document promises: %s',
      async (user) => {
        const { token } = await Client.as(parley.url, user);
        const headers = ['-H', `Authorization: Bearer ${token ?? ''}`, '-H', 'Parley-Purpose: A look at the examples'];
        const examined = ['run', `${parley.url}/openapi.json`, ...ARGUMENTS, ...headers];
        const { stdout, status } = runs(tool?.program('schemathesis') ?? '', ...examined);
        expect({ said: stdout, status }).toMatchObject({ status: 0 });
        const [, tested = 0] = (/Tested: (\d+)/.exec(stdout) ?? []).map(Number);
        const routes = routesOf(await readDocument(parley.url));
        expect(tested).toBeGreaterThanOrEqual(routes.filter(hasExample).length);
        expect(tested).toBeGreaterThan(250);
      },
    );
  },
);
