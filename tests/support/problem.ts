import type { Answer } from './client';

/** Problem details as Parley answers with them. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly rule?: string;
  readonly detail: string;
  readonly messages: { readonly en: string; readonly 'zh-Hans': string };
  readonly errors?: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: { readonly en: string; readonly 'zh-Hans': string };
  }[];
  readonly instance: string;
}

/** Texts that may not stand in an answer: a line of a stack trace, the name of one of our files or libraries. */
const OURS = /\n\s+at |node_modules|\.(js|ts):\d|\/(libs|services|dist)\//;

/**
 * The faults of a refusal as such. There are none when it is a 4xx problem with code and sentences, and tells nothing
 * of the program.
 */
export function faultsOfRefusal({ status, body, headers }: Answer): readonly string[] {
  const { code, status: said, detail, messages, type } = (typeof body === 'object' ? body : {}) as Partial<Problem>;
  return [
    ...(status >= 400 && status < 500 ? [] : [`status ${String(status)}`]),
    ...(headers.get('content-type')?.startsWith('application/problem+json')
      ? []
      : [`content type ${String(headers.get('content-type'))}`]),
    ...(said === status ? [] : [`says status ${String(said)}`]),
    ...(code && /^[a-z0-9-]+$/.test(code) && type === `/problems/${code}`
      ? []
      : [`code ${String(code)}, type ${String(type)}`]),
    ...(detail && messages?.en && messages['zh-Hans'] ? [] : ['sentences are missing']),
    ...(OURS.test(typeof body === 'string' ? body : JSON.stringify(body)) ? ['shows the inside of the program'] : []),
  ];
}
