import type { OpenAPIObject } from '@nestjs/swagger';
import type { Role } from '@parley/kernel';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { codesAnswered } from '../openapi/describe-problems';
import { operationsOf, type Operation } from '../openapi/operations-of';
import { sharedPart } from '../openapi/share-parts';
import type { ProblemKind } from '../problems/problem-kind';
import { LOGGED_READ_EXTENSION } from '../reads/logged-read.decorator';
import type { Schema } from './schema-shape';

/** A chapter of the document: what stands under one tag. */
export interface Chapter {
  readonly name: string;
  /** Its part of an address. */
  readonly slug: string;
  readonly about: string;
  readonly operations: readonly ShownOperation[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

/** A body or an answer, in one of its forms. */
export interface Content {
  readonly type: string;
  readonly schema: Schema;
}

export interface Answer {
  readonly status: string;
  readonly about: string;
  readonly contents: readonly Content[];
  readonly headers: readonly string[];
}

export interface ShownOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly about: string;
  readonly isPublic: boolean;
  readonly isLogged: boolean;
  readonly roles: readonly Role[];
  readonly act: { readonly rule: string; readonly side?: string; readonly whileSuspended?: boolean } | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Content[];
  readonly answers: readonly Answer[];
  readonly refusals: readonly ProblemKind[];
}

/** The document as its pages read it. */
export interface Reference {
  /** Address of the installation, where the document names it. */
  readonly url: string | undefined;
  readonly about: string;
  readonly chapters: readonly Chapter[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Reads a document for its pages. @param kinds of problems that its operations may answer with */
export function referenceOf(document: OpenAPIObject, kinds: readonly ProblemKind[]): Reference {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const operations = operationsOf(document).map(({ name, operation }) => ({
    tag: operation.tags?.[0],
    shown: shownOperation(name, operation, document, byCode),
  }));
  const chapters = (document.tags ?? []).map(({ name, description = '' }) => ({
    ...{ name, slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), about: description },
    operations: operations.filter(({ tag }) => tag === name).map(({ shown }) => shown),
  }));
  return {
    url: document.servers?.[0]?.url,
    about: document.info.description ?? '',
    chapters,
    schemas: (document.components?.schemas ?? {}) as Reference['schemas'],
  };
}

function shownOperation(
  name: string,
  operation: Operation,
  document: OpenAPIObject,
  kinds: ReadonlyMap<string, ProblemKind>,
): ShownOperation {
  const [method = '', path = ''] = name.split(' ');
  const { operationId = name, summary = '', description = '', parameters = [], requestBody, responses } = operation;
  return {
    ...{ id: operationId, method, path, summary, about: description },
    isPublic: operation['x-public'] === true,
    isLogged: operation[LOGGED_READ_EXTENSION] === true,
    roles: (operation['x-roles'] as readonly Role[] | undefined) ?? [],
    act: operation[ACT_EXTENSION] as ShownOperation['act'],
    parameters: parameters.map((parameter) => sharedPart(parameter, document) as Parameter),
    body: contentsOf(sharedPart(requestBody ?? {}, document) as Holder),
    answers: Object.entries(responses)
      .filter(([status]) => /^[123]/.test(status))
      .map(([status, answer]) => ({ status, answer: sharedPart(answer, document) as Holder }))
      .map(({ status, answer }) => ({
        ...{ status, about: answer.description ?? '', contents: contentsOf(answer) },
        headers: Object.keys(answer.headers ?? {}),
      })),
    refusals: codesAnswered(operation, document)
      .toSorted()
      .flatMap((code) => kinds.get(code) ?? []),
  };
}

interface Holder {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly headers?: object;
}

const contentsOf = ({ content = {} }: Holder): readonly Content[] =>
  Object.entries(content).map(([type, { schema = {} }]) => ({ type, schema }));
