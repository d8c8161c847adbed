import { Param, type PipeTransform } from '@nestjs/common';
import { isUuid } from '@parley/kernel';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** What is no id names nothing, so it answers as a thing that is not there. */
class UuidPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new ProblemError(problemCatalogue.notFound);
    return value;
  }
}

/** A UUID in the path. */
export const UuidParam = (name: string): ParameterDecorator => Param(name, new UuidPipe());
