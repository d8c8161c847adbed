import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const WORKSPACE = join(__dirname, '../..');

/** The text of a file, by its path in the repository. */
export const textOf = (file: string): string => readFileSync(join(WORKSPACE, file), 'utf8');

/** The value of a YAML or JSON file, with merged keys (`<<`) resolved. */
export const valueOf = (file: string): unknown => parse(textOf(file), { merge: true });

/** Files below a folder, by their paths in the repository. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(WORKSPACE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(WORKSPACE.length + 1));

/** Services that an installation runs as images: not the forms for one machine, their backup, or a side's witness. */
export const PROGRAMS = readdirSync(join(WORKSPACE, 'services')).filter(
  (name) => !name.includes('.') && !['standalone', 'trial', 'witness', 'backup'].includes(name),
);
