import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { derivedUuid } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { provided } from '../app/provided';
import { DOCKET_NUMBER } from '../fields/case-name';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** The id of the case that has a docket number; `undefined` where none has it. */
export type CasesByNumber = (docketNumber: string) => Promise<CaseId | undefined>;

/** Who knows the `CasesByNumber`: who gives the numbers, or what stands in front. Any other process knows ids alone. */
export const CASES_BY_NUMBER = Symbol('parley.cases-by-number');

/** What the path of a case names it by. */
const NAMED = /^(?<before>\/v1\/cases\/)(?<name>[^/?]+)/;

/**
 * Lets a docket number stand in the path of a case for its id. Docket numbers and their cases are public, so this tells
 * nobody anything.
 */
export function takeDocketNumbers(app: NestFastifyApplication): void {
  const caseOf = provided(app, CASES_BY_NUMBER) as CasesByNumber | undefined;
  if (!caseOf) return;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ raw, params }) => {
      const { before = '', name: docketNumber } = NAMED.exec(raw.url ?? '')?.groups ?? {};
      if (docketNumber === undefined || !DOCKET_NUMBER.test(docketNumber)) return;
      const caseId = await caseOf(docketNumber);
      if (caseId === undefined) throw new ProblemError(problemCatalogue.notFound);
      raw.url = raw.url?.replace(NAMED, `${before}${caseId}`);
      const named = params as { caseId?: string };
      if (named.caseId === docketNumber) named.caseId = caseId;
    });
}

/** The id of a case that a body or a query names; for a docket number that nobody has, an id that no case has. */
export const caseNamed = async (name: string, caseOf: CasesByNumber): Promise<CaseId> =>
  (DOCKET_NUMBER.test(name) ? ((await caseOf(name)) ?? derivedUuid('no case', name)) : name) as CaseId;
