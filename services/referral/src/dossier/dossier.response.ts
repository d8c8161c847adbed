import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { BlobStore } from '@parley/blobs';
import { AuthoredText, Shown } from '@parley/http';
import type { Sha256 } from '@parley/kernel';
import { CHANNEL_CODES, INSTITUTIONS } from '../forums/forums.rules';
import { BLOBS } from '../referral/referral.http';
import { parseManifest, readBytes } from './bag/bag';
import { REQUESTERS, type RecordedAssembly } from './dossier.rules';
import type { DossierInputs } from './pack-dossier';

export class HeldConsultationsShown {
  @Shown({ meaning: 'Symbol of the request for consultations.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @Shown({ meaning: 'When they were requested.', format: 'date' })
  readonly requestedOn: string;

  @Shown({
    meaning: 'Days on which they were held; empty where they were not.',
    type: () => String,
    list: true,
    example: ['2025-03-14'],
    kind: 'word',
  })
  readonly heldOn: readonly string[];
}

export class PanelRequestShown {
  @Shown({
    meaning: 'The consultations; `null` where none were requested.',
    type: () => HeldConsultationsShown,
    nullable: true,
  })
  readonly consultations: HeldConsultationsShown | null;

  @Shown({ meaning: 'Why none were needed.', type: () => AuthoredText, list: true })
  readonly withoutConsultations: readonly AuthoredText[];

  @Shown({
    meaning: 'Why the request comes before the time for consultations is over (DSU 4.7).',
    type: () => AuthoredText,
    list: true,
  })
  readonly earlierBecause: readonly AuthoredText[];

  @Shown({ meaning: 'Brief summary of the legal basis.', type: () => AuthoredText, list: true })
  readonly summary: readonly AuthoredText[];
}

export class ProjectShown {
  @Shown({ meaning: 'Number of the project.', example: 'P123456', max: 40 })
  readonly id: string;

  @Shown({ meaning: 'Its name.', example: 'Port rehabilitation', max: 200 })
  readonly name: string;
}

export class ChannelRequestShown {
  @Shown({ meaning: 'The channel.', values: CHANNEL_CODES, example: 'inspection-panel' })
  readonly channel: string;

  @Shown({ meaning: 'Institution whose project it is.', values: INSTITUTIONS, example: 'IBRD' })
  readonly institution: string;

  @Shown({ meaning: 'The project.', type: () => ProjectShown })
  readonly project: ProjectShown;

  @Shown({ meaning: 'Who would file.', values: REQUESTERS, example: 'affected-people' })
  readonly requester: string;

  @Shown({
    meaning: 'How many affected people would file; 0 for an Executive Director.',
    example: 2,
    schema: { type: 'integer' },
  })
  readonly people: number;

  @Shown({ meaning: 'When the project was closed; `null` while it goes on.', format: 'date', nullable: true })
  readonly closedOn: string | null;

  @Shown({ meaning: 'Whether the matter was raised with management before.', example: true })
  readonly raisedWithManagement: boolean;

  @Shown({ meaning: 'The harm.', type: () => AuthoredText, list: true })
  readonly harm: readonly AuthoredText[];
}

export class MemorandumOptionShown {
  @Shown({ meaning: 'Title of the option.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'The option.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];
}

export class MemorandumShown {
  @Shown({ meaning: 'Options for both capitals.', type: () => MemorandumOptionShown, list: true })
  readonly options: readonly MemorandumOptionShown[];
}

export interface OpenFile {
  readonly sizeBytes: number;
  readonly bytes: Readable;
  readonly mediaType: string;
}

const FOLDERS = ['data/documents/', 'data/record/', 'data/verification/'];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  pdf: 'application/pdf',
};

/** Single documents of a dossier, by the name that its manifest gives them. Exhibits are read where they were filed. */
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

  /** @throws when the bytes are not there */
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
