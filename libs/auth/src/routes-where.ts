import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { IS_PUBLIC } from './public.decorator';
import { REQUIRED_ROLES } from './roles.decorator';

/** A route as its handler declares it. */
export interface DeclaredRoute {
  readonly isGet: boolean;
  /** What a decorator of this key says on the handler, or else on its controller. */
  says(key: string): unknown;
}

/** Handlers of routes of which something is so, as `Controller.method`. */
export function routesWhere(app: INestApplicationContext, isSo: (route: DeclaredRoute) => boolean): readonly string[] {
  const [discovery, scanner, reflector] = [app.get(DiscoveryService), new MetadataScanner(), app.get(Reflector)];
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { readonly prototype?: Record<string, () => unknown> } | null)?.prototype;
    if (!prototype || !metatype) return [];
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name];
        const method: unknown = handler && Reflect.getMetadata(METHOD_METADATA, handler);
        if (!handler || method === undefined) return false;
        const says = (key: string): unknown => reflector.getAllAndOverride(key, [handler, metatype]);
        return isSo({ isGet: method === RequestMethod.GET, says });
      })
      .map((name) => `${metatype.name}.${name}`);
  });
}

/** True for a route that says neither `@Public()` nor `@Roles(…)`. */
export const saysNotForWhom = ({ says }: DeclaredRoute): boolean =>
  says(IS_PUBLIC) === undefined && says(REQUIRED_ROLES) === undefined;
