import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isWrong, type Setting, type Wrong } from '@parley/http';
import { calendarArchive, readAmendments, ruleSets, type Amendment, type WrittenAmendment } from '@parley/procedure';
import { parties } from '../installation/parties';

/**
 * Further versions of the rules: a JSON file with one amendment or a list of them, or a folder of such files. All
 * faults in them are told together.
 */
export const ruleSetsSetting = (name: string): Setting<readonly Amendment[]> => ({
  name,
  read: (text) => {
    if (text === undefined) return [];
    const files = filesOf(text);
    if (isWrong(files)) return files;
    const parsed = files.map(amendmentsIn);
    const calendar = calendarArchive().current(parties[0].calendar, parties[1].calendar);
    const { amendments, faults } = readAmendments(
      parsed.flatMap(({ written }) => written),
      ruleSets,
      calendar,
    );
    const wrong = [...parsed.flatMap(({ fault }) => fault ?? []), ...faults];
    return wrong.length === 0 ? amendments : { wrong: `has rules that cannot be used: ${wrong.join('; ')}` };
  },
});

function filesOf(text: string): readonly string[] | Wrong {
  try {
    if (!statSync(text).isDirectory()) return [text];
    const files = readdirSync(text)
      .filter((file) => file.endsWith('.json'))
      .sort();
    return files.length > 0
      ? files.map((file) => path.join(text, file))
      : { wrong: 'names a folder without a .json file' };
  } catch {
    return { wrong: 'must name a JSON file or a folder of such files that can be read' };
  }
}

interface Parsed {
  readonly written: readonly WrittenAmendment[];
  readonly fault?: string;
}

/** @param file faults show only its name */
function amendmentsIn(file: string): Parsed {
  const source = path.basename(file);
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    if (!Array.isArray(value)) return { written: [{ source, value }] };
    return {
      written: (value as readonly unknown[]).map((each, index) => ({
        source: `${source} (${index + 1})`,
        value: each,
      })),
    };
  } catch (error) {
    return {
      written: [],
      fault: `${source} is no JSON that can be read (${error instanceof Error ? error.message : 'unreadable'})`,
    };
  }
}
