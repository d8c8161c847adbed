import { Inject, Injectable } from '@nestjs/common';
import { parseManifest, type BlobStore } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import type { Readable } from 'node:stream';
import { readBytes } from './bag/bag';
import type { RecordedAssembly } from './dossier.rules';
import type { DossierInputs } from './pack-dossier';
import { BLOBS } from '../referral/referral.http';

export interface OpenFile {
  readonly sizeBytes: number;
  readonly bytes: Readable;
  readonly mediaType: string;
}

const FOLDERS = ['data/documents/', 'data/record/', 'data/verification/'];

/** By the ending of a name, or by the whole name where it has none. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  checkpoint: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  pdf: 'application/pdf',
  policy: 'text/plain; charset=utf-8',
};

/** Single documents of a dossier, by the names in its manifest. Exhibits are read where they were filed. */
@Injectable()
export class DossierFiles {
  constructor(@Inject(BLOBS) private readonly blobs: BlobStore) {}

  async names(assembly: RecordedAssembly): Promise<readonly string[]> {
    return [...(await this.documents(assembly)).keys()];
  }

  /** @returns `undefined` when the dossier holds no such document */
  async digestOf(assembly: RecordedAssembly, name: string): Promise<Sha256 | undefined> {
    return (await this.documents(assembly)).get(name);
  }

  /** @throws Error when the bytes are not there */
  async open(digest: Sha256, name: string): Promise<OpenFile> {
    const blob = await this.blobs.open(digest);
    if (!blob) throw new Error(`no bytes with digest ${digest}`);
    return { ...blob, mediaType: MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream' };
  }

  async inputs(assembly: RecordedAssembly): Promise<DossierInputs> {
    return JSON.parse((await readBytes(this.blobs, assembly.inputs)).toString('utf8')) as DossierInputs;
  }

  private async documents({ digest }: RecordedAssembly): Promise<ReadonlyMap<string, Sha256>> {
    const manifest = parseManifest((await readBytes(this.blobs, digest)).toString('utf8'));
    const named = manifest.flatMap(({ path, digest: of }): readonly (readonly [string, Sha256])[] => {
      const folder = FOLDERS.find((each) => path.startsWith(each));
      return folder === undefined ? [] : [[path.slice(folder.length), of as Sha256]];
    });
    return new Map(named);
  }
}
