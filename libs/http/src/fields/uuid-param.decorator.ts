import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUuid } from '@parley/kernel';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { CASE_NAME } from './case-name';

/** A text that is no id can name nothing. That it is none says nothing about what is there. */
class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new ProblemError(problemCatalogue.malformedId);
    return value;
  }
}

const EXAMPLE = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';

/** A case is named by its docket number as well, which `takeDocketNumbers` puts its id for. */
const CASE = {
  description: 'Id of the case, or its docket number.',
  schema: { type: 'string', ...CASE_NAME, example: EXAMPLE },
} as const;

/**
 * A UUID in the path.
 * @param meaning for the API's document; `delegationId` without one means "Id of the delegation."
 */
export const UuidParam =
  (
    name: string,
    meaning = `Id of the ${name.replace(/Id$/, '').replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)}.`,
  ): ParameterDecorator =>
  (target, property, index) => {
    Param(name, new UuidPipe())(target, property, index);
    const method = property === undefined ? undefined : Object.getOwnPropertyDescriptor(target, property);
    if (method && property !== undefined) {
      ApiParam({
        name,
        ...(name === 'caseId'
          ? CASE
          : { description: meaning, schema: { type: 'string', format: 'uuid', example: EXAMPLE } }),
      })(target, property, method);
    }
  };
