import { Injectable } from '@nestjs/common';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { codesAnswered } from './describe-problems';
import { operationsOf } from './operations-of';
import { ServedDocument } from './served-document';

/** An act of this installation, with the rule that gives it and the codes by which it may be refused. */
export interface KnownAct {
  /** Method and path: `POST /v1/cases`. */
  readonly operation: string;
  /** What it does, in English. */
  readonly summary: string;
  readonly rule: string;
  readonly refusals: readonly string[];
}

/** Every act of this installation, also those of processes behind this one, as its document tells them. */
@Injectable()
export class KnownActs {
  constructor(private readonly served: ServedDocument) {}

  async all(): Promise<readonly KnownAct[]> {
    const document = await this.served.read('en');
    return operationsOf(document).flatMap(({ name, operation }) => {
      const act = operation[ACT_EXTENSION] as { readonly rule: string } | undefined;
      if (act === undefined) return [];
      const { summary = '' } = operation;
      return [{ operation: name, summary, rule: act.rule, refusals: codesAnswered(operation, document) }];
    });
  }
}
