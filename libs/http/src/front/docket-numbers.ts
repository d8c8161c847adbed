import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** The id of the case that has a docket number; `undefined` where none has it. */
export type CasesByNumber = (docketNumber: string) => Promise<string | undefined>;

/** Who knows the `CasesByNumber`: the docket, or what stands in front of it. Any other process knows ids alone. */
export const CASES_BY_NUMBER = Symbol('parley.cases-by-number');

/** A docket number where the path of a case has its id. */
const NUMBERED = /^(?<before>\/v1\/cases\/)(?<docketNumber>[A-Z]{2}-\d{4}-\d{4,9})(?=[/?]|$)/;

/**
 * Lets a docket number stand in the path of a case for its id. Docket numbers and their cases are public, so this tells
 * nobody anything.
 */
export function takeDocketNumbers(app: NestFastifyApplication): void {
  const caseOf = known(app);
  if (!caseOf) return;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ raw, params }) => {
      const { before = '', docketNumber } = NUMBERED.exec(raw.url ?? '')?.groups ?? {};
      if (docketNumber === undefined) return;
      const caseId = await caseOf(docketNumber);
      if (caseId === undefined) throw new ProblemError(problemCatalogue.notFound);
      raw.url = raw.url?.replace(NUMBERED, `${before}${caseId}`);
      const named = params as { caseId?: string };
      if (named.caseId === docketNumber) named.caseId = caseId;
    });
}

function known(app: NestFastifyApplication): CasesByNumber | undefined {
  try {
    return app.get<CasesByNumber>(CASES_BY_NUMBER, { strict: false });
  } catch {
    return undefined;
  }
}
