import { Inject, Injectable } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DECLARED_ACT, type ActDeclaration } from './act.decorator';

/** An act as a controller declares it. */
export interface DeclaredRoute {
  /** The method of a generated client: `replyToCase`. */
  readonly operationId: string;
  /** As the server writes it: `/v1/cases/:caseId/reply`. */
  readonly path: string;
  readonly declared: ActDeclaration;
}

type Controllers = ReturnType<DiscoveryService['getControllers']>;

/** Every act that the controllers of this process declare. */
@Injectable()
export class DeclaredActs {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  all(): readonly DeclaredRoute[] {
    return actsOf(this.discovery.getControllers());
  }

  /** Those of the module to which a controller belongs. */
  besides(controller: unknown): readonly DeclaredRoute[] {
    const controllers = this.discovery.getControllers();
    const host = controllers.find(({ metatype }) => metatype === controller)?.host;
    return actsOf(controllers.filter((each) => each.host === host));
  }
}

function actsOf(controllers: Controllers): readonly DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { readonly prototype?: Record<string, () => unknown> } | null)?.prototype;
    if (!prototype || !metatype) return [];
    const root = Reflect.getMetadata(PATH_METADATA, metatype) as string;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
      const declared = Reflect.getMetadata(DECLARED_ACT, handler) as ActDeclaration | undefined;
      if (!declared) return [];
      const parts = [root, Reflect.getMetadata(PATH_METADATA, handler) as string].join('/').split('/');
      return [{ operationId: name, path: `/${parts.filter((part) => part !== '').join('/')}`, declared }];
    });
  });
}
