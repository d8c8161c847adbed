import type { OpenAPIObject } from '@nestjs/swagger';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { codesAnswered } from './describe-problems';
import { operationsOf } from './operations-of';

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
export class KnownActs {
  private document: () => Promise<OpenAPIObject> = () => Promise.reject(new Error('no document to read acts from'));

  /** @param document read when somebody wants to see the acts */
  readFrom(document: () => Promise<OpenAPIObject>): void {
    this.document = document;
  }

  async all(): Promise<readonly KnownAct[]> {
    return operationsOf(await this.document()).flatMap(({ name, operation }) => {
      const act = operation[ACT_EXTENSION] as { readonly rule: string } | undefined;
      if (act === undefined) return [];
      const { summary = '' } = operation;
      return [{ operation: name, summary, rule: act.rule, refusals: codesAnswered(operation) }];
    });
  }
}
