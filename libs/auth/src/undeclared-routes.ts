import { METHOD_METADATA } from '@nestjs/common/constants.js';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { IS_PUBLIC } from './public.decorator';
import { REQUIRED_ROLES } from './roles.decorator';

/** Handlers that say neither `@Public()` nor `@Roles(…)`, as `Controller.method`. */
export function undeclaredRoutes(app: INestApplicationContext): readonly string[] {
  const [discovery, scanner, reflector] = [app.get(DiscoveryService), new MetadataScanner(), app.get(Reflector)];
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { readonly prototype?: Record<string, () => unknown> } | null)?.prototype;
    if (!prototype || !metatype) return [];
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name];
        if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return false;
        const places = [handler, metatype];
        return (
          reflector.getAllAndOverride(IS_PUBLIC, places) === undefined &&
          reflector.getAllAndOverride(REQUIRED_ROLES, places) === undefined
        );
      })
      .map((name) => `${metatype.name}.${name}`);
  });
}
