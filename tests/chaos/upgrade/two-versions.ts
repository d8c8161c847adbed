import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownWorkspace } from '../../support/spawn-parley';

/** The event that the newer version records beside each filing, and tells. No running process knows it. */
export const LATER_EVENT = 'FilingAnnotated';
/** The event that it records by itself in answer to each of them. */
export const LATER_ANSWER = 'AnnotationNoted';

/**
 * Intake as a later version would be, in one release: it records an event of a kind that this one does not know,
 * answers it by a reaction of its own, tells of it in a public event of a type that this one does not know, and every
 * message of its own has a field that this one does not know. The sources, by the files of `dist` that they replace.
 * The file that was there stays beside it, as `<name>.before`.
 */
const LATER_INTAKE: Readonly<Record<string, string>> = {
  'case/case.rules': `
    const { wordBook } = require('@parley/contracts');
    const before = require('./case.rules.before');
    module.exports = { ...before };
    for (const kind of ['${LATER_EVENT}', '${LATER_ANSWER}'])
      wordBook['intake.' + kind] = wordBook['intake.GrievanceFiled'];
    const annotated = ({ occurredAt, rule, tier }) => ({ type: '${LATER_EVENT}', occurredAt, rule, tier, data: { note: 'of a later version' } });
    module.exports.caseDecider = (...given) => {
      const decider = before.caseDecider(...given);
      return {
        ...decider,
        decide: (command, state) => {
          if (command.type === 'NoteAnnotation')
            return { kind: 'accepted', events: [{ ...command.of, type: '${LATER_ANSWER}', data: {} }] };
          const decision = decider.decide(command, state);
          if (command.type !== 'FileGrievance' || decision.kind !== 'accepted') return decision;
          return { ...decision, events: [...decision.events, annotated(decision.events[0])] };
        },
      };
    };`,
  'intake-process': `
    const { domainEventOf, streamIdOf } = require('@parley/event-store');
    const before = require('./intake-process.before');
    module.exports = { ...before };
    module.exports.intakeProcess = (keeps, ports) => {
      const own = before.intakeProcess(keeps, ports);
      const annotating = {
        name: 'annotating',
        categories: ['intake.case'],
        concerns: ({ type }) => type === '${LATER_EVENT}',
        react: (event, commandId) =>
          keeps.cases.proceed(
            streamIdOf(event.stream),
            { type: 'NoteAnnotation', of: domainEventOf(event) },
            { process: 'annotating', cause: { kind: 'event', id: event.eventId }, commandId },
          ),
      };
      return { ...own, reactions: [...own.reactions, annotating] };
    };`,
  'case/case.tells': `
    const { publicEventOf } = require('@parley/messaging');
    const before = require('./case.tells.before');
    module.exports = { ...before };
    // Field 99, a number, 1.
    const FIELD = [0x98, 0x06, 0x01];
    module.exports.publishes = (recorded) =>
      recorded.type === '${LATER_EVENT}'
        ? [publicEventOf(recorded, { type: 'parley.intake.v2.${LATER_EVENT}', data: Uint8Array.from(FIELD) })]
        : before.publishes(recorded).map((event) => ({ ...event, data: Uint8Array.from([...event.data, ...FIELD]) }));`,
};

/**
 * A copy of the built services, in which intake can be made a later version, and this one again, under a running
 * supervisor. Running processes go on as they are, and the next start is of the other version.
 */
export class TwoVersions {
  readonly #intake: string;

  /** @param workspace an empty folder */
  constructor(readonly workspace: string) {
    const services = path.join(ownWorkspace, 'services');
    for (const service of readdirSync(services).filter((name) => !name.includes('.'))) {
      const to = path.join(workspace, 'services', service);
      mkdirSync(to, { recursive: true });
      for (const part of ['dist', 'package.json'])
        cpSync(path.join(services, service, part), path.join(to, part), { recursive: true });
    }
    symlinkSync(path.join(ownWorkspace, 'node_modules'), path.join(workspace, 'node_modules'));
    this.#intake = path.join(workspace, 'services/intake/dist');
  }

  /** Processes that are started from now on are of the later version. */
  toLater(): void {
    for (const [name, source] of Object.entries(LATER_INTAKE)) {
      const file = path.join(this.#intake, name);
      renameSync(`${file}.js`, `${file}.before.js`);
      writeFileSync(`${file}.js`, source);
    }
  }

  /** Processes that are started from now on are of this version. */
  toThis(): void {
    for (const name of Object.keys(LATER_INTAKE)) {
      const file = path.join(this.#intake, name);
      rmSync(`${file}.js`);
      renameSync(`${file}.before.js`, `${file}.js`);
    }
  }
}
