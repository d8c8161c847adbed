import { refusals as accessRefusals, type PersonCaller } from '@parley/access';
import { refuse, type Instant } from '@parley/kernel';
import { roleBar } from '../caller/caller.guard';
import { ProblemError } from '../problems/problem.error';
import { methodOf } from './act.decorator';
import { barTo, type AskedPart, type Params } from './asked-acts';
import type { DeclaredRoute } from './declared-acts';

/** An act as it stands for one caller at one instant. */
export interface ActNow {
  readonly route: DeclaredRoute;
  readonly method: ReturnType<typeof methodOf>;
  /** With the ids that are known; one that names nothing yet stands in braces. */
  readonly path: string;
  /** From this instant on it would be refused, as things stand. */
  readonly until?: Instant;
  /** How it would be refused; present when it may not be done. */
  readonly problem?: ProblemError;
}

interface Asking {
  readonly caller: PersonCaller;
  readonly at: Instant;
  readonly params: Params;
  /** The part of the case that an act is asked of. */
  readonly partOf: (route: DeclaredRoute) => AskedPart;
}

/** With this an act waits for a default that is due; that says nothing of whether it may be done after it. */
const WAITS = 'default-pending';

/** A refusal by which the caller may not know of the case at all. */
const { code: UNSEEN } = accessRefusals.notFound;

/**
 * What a caller may do now, by when, and why not the rest, as far as it can be told without bodies. Each answer is that
 * of the deciders of the acts themselves. An act on a thing stands once for each thing on which it may be done.
 * @returns those that may be done first, the most pressing at the top; nothing where the caller may know of no case
 */
export const actsNow = (routes: readonly DeclaredRoute[], asking: Asking): readonly ActNow[] =>
  routes
    .filter((route) => isKnown(route, asking))
    .flatMap((route) => actOn(route, asking))
    .toSorted((one, other) => rank(one).localeCompare(rank(other)));

const rank = ({ problem, until, path }: ActNow): string => [problem ? 1 : 0, until ?? '~', path].join(' ');

/** Whether an act tells the caller that it exists. */
function isKnown({ declared: { asks: _, ...declared }, ...route }: DeclaredRoute, asking: Asking): boolean {
  const { caller, at, params, partOf } = asking;
  return barTo(partOf({ ...route, declared }), { declared, caller, at, params })?.reason.code !== UNSEEN;
}

function actOn(route: DeclaredRoute, asking: Asking): readonly ActNow[] {
  const { declared, path } = route;
  const names = [...path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => (name === 'caseId' ? [] : [name]));
  const about = { route, method: methodOf(declared) };
  const ofToken = roleBar(asking.caller, { roles: declared.as, rule: declared.rule });
  if (ofToken) return [{ ...about, path: written(path, asking.params), problem: ofToken }];
  const part = asking.partOf(route);
  const [, kind = ''] = /([^/]+)\/:(?!caseId)/.exec(path) ?? [];
  const things = part.things[[kind, ...names].join('/')] ?? part.things[names.join('/')];
  const naming = (id: string): Params => Object.fromEntries(names.map((name, at) => [name, id.split('/')[at] ?? id]));
  const tried = (params: Params): ActNow => {
    const bar = barTo(part, { declared, ...asking, params });
    const here = { ...about, path: written(path, params) };
    return bar ? { ...here, problem: ProblemError.refused(bar) } : { ...here, ...untilOf(params) };
  };
  const untilOf = (params: Params): Pick<ActNow, 'until'> => {
    const until = part.limits
      .filter((limit) => limit > asking.at)
      .toSorted()
      .find((at) => {
        const bar = barTo(part, { declared, ...asking, params, at });
        return bar && bar.reason.code !== WAITS;
      });
    return until === undefined ? {} : { until };
  };
  if (!things) return [tried(asking.params)];
  const each = things.map((id) => tried({ ...asking.params, ...naming(id) }));
  const may = each.filter(({ problem }) => !problem);
  if (may.length > 0) return may;
  const last = each.at(-1) ?? tried({ ...asking.params, ...naming(NO_THING) });
  const problem = last.problem ?? ProblemError.refused(refuse(accessRefusals.notFound));
  return [{ ...about, path: written(path, asking.params), problem }];
}

/** An id that nothing has. */
const NO_THING = '-';

const written = (path: string, params: Params): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? `{${name}}`);
