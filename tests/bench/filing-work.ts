import type { WorkKind } from './cpu-profile';

const dist = (project: string, file: string): RegExp => new RegExp(`${project}/dist/${file}`);

/**
 * The kinds of work in a filing's time in Node, each check by the file that does it. Between the checks, an
 * asynchronous function that goes on after a wait has lost its caller, so it counts for the driver or the framework
 * that wakes it. Writing to a socket counts for the writer, and reading from one for nobody.
 */
export const FILING_WORK: readonly WorkKind[] = [
  { name: 'nothing', at: /^ \(idle\)$/ },
  { name: 'collecting garbage', at: /^ \(garbage collector\)$/ },
  { name: 'token', at: /(http\/dist\/caller\/caller\.guard|auth\/dist\/token-verifier)/ },
  { name: 'reading strict JSON', at: dist('http', 'app/(json-body|body-parsers)') },
  { name: 'validation', at: dist('http', 'fields/request\\.pipe') },
  { name: 'idempotency: digest of the body', at: dist('http', 'acts/received-act') },
  { name: 'digest that is certified', at: dist('intake', 'case/filing/filing\\.http') },
  { name: 'receipt: signature', at: dist('auth', 'signing/') },
  { name: 'decision, with its deadlines', at: dist('intake', 'case/(filing/file-grievance|case)\\.rules') },
  {
    name: 'append: chain, batch, queue',
    at: /event-store(-postgres)?\/dist\/(append|chain|postgres-event-store|handle-command|envelope|commitment|link-events)/,
  },
  { name: 'contact row', at: dist('intake', 'registry/persons/') },
  {
    name: 'followers: lists, docket, timers, feeds',
    at: /\/(projections|messaging|messaging-tail|processes|contracts)\/dist\/|\/intake\/dist\/.*\.(hears|tells|table)\.|\/(evidence|panel-review|referral|audit)\/dist\/|event-store-postgres\/dist\/(follow|read)/,
  },
  {
    name: 'answer: JSON and headers',
    at: /\/fastify\/lib\/reply|\/fast-json-stringify\/|\/http\/dist\/acts\/answer/,
  },
  { name: 'PostgreSQL driver', at: /\/node_modules\/pg(-pool|-protocol|-types)?\// },
  { name: 'TypeORM', at: /\/node_modules\/typeorm\// },
  {
    name: 'HTTP, Fastify and Nest',
    at: /\/node_modules\/(fastify|@nestjs|find-my-way|light-my-request|avvio|rxjs)\/|node:_http/,
  },
];
