import type { Bilingual, Language } from '@parley/kernel';
import { LogRefused } from '@parley/transparency/offline';
import type { Output } from '../command-line/output';
import { Declined } from './declined';
import { NotAsked } from './not-asked';
import { Refused } from './refused';
import { Told, type Found } from './told';
import { Unusable } from './unusable';

/** How an answer is given. */
export interface Manner {
  readonly lang: Language;
  readonly json: boolean;
  /** Whether something is done here, and not checked. */
  readonly act?: boolean;
  /** Whether what is written is the thing itself: then nothing is said but why it could not be had, as an error. */
  readonly plain?: boolean;
}

/** 0 when it holds, 1 when it does not, 2 when that could not be asked. */
export type ExitCode = 0 | 1 | 2;

/** An answer as programs get it. */
interface Answer {
  readonly what: string;
  /** `null` when it could not be asked. */
  readonly holds: boolean | null;
  /** `null` when it holds. */
  readonly code: string | null;
  readonly because: Bilingual | null;
  readonly checked: readonly Bilingual[];
  readonly unchecked: readonly Bilingual[];
  readonly found: Readonly<Record<string, Found>>;
}

/**
 * Puts a question, and says what came of it.
 * @param what its word, for programs
 * @param check tells what holds, and throws for what does not
 */
export async function answer(
  what: string,
  manner: Manner,
  { out, err }: Output,
  check: (told: Told) => Promise<void>,
): Promise<ExitCode> {
  const told = new Told();
  // What is thrown before there is a promise is an answer as well.
  const asking = async (): Promise<void> => check(told);
  const failure = await asking().then(
    () => undefined,
    (error: unknown) => {
      if (
        error instanceof LogRefused ||
        error instanceof Refused ||
        error instanceof NotAsked ||
        error instanceof Unusable ||
        error instanceof Declined
      )
        return error;
      throw error;
    },
  );
  const { json, plain = false, act = false } = manner;
  // What the API refuses to show says nothing of what was to be checked.
  const hindered = failure instanceof NotAsked || failure instanceof Unusable || (failure instanceof Declined && !act);
  const { checked, unchecked, found } = told;
  const holds = hindered ? null : failure === undefined;
  const because = failure?.words ?? null;
  const given: Answer = { what, holds, code: failure?.code ?? null, because, checked, unchecked, found };
  if (json && !plain) out(`${JSON.stringify(given)}\n`);
  else if (!plain || failure) (hindered || plain ? err : out)(inWords(given, manner));
  return hindered ? 2 : failure ? 1 : 0;
}

const HEADS = {
  holds: { en: 'It holds.', 'zh-Hans': '成立。' },
  done: { en: 'Done.', 'zh-Hans': '已办理。' },
  refused: { en: 'It was refused:', 'zh-Hans': '被拒绝：' },
  fails: { en: 'It does not hold:', 'zh-Hans': '不成立：' },
  unasked: { en: 'It could not be asked:', 'zh-Hans': '无法查验：' },
  what: { en: 'What was done:', 'zh-Hans': '办理事项：' },
  checked: { en: 'Checked:', 'zh-Hans': '已查验：' },
  heldUntilThen: { en: 'What held until then:', 'zh-Hans': '此前成立的内容：' },
  unchecked: { en: 'Not checked:', 'zh-Hans': '未查验：' },
} as const satisfies Record<string, Bilingual>;

function inWords({ holds, code, because, checked, unchecked }: Answer, { lang, act = false }: Manner): string {
  const failed = holds === null ? 'unasked' : act ? 'refused' : 'fails';
  const head =
    because === null
      ? HEADS[act ? 'done' : 'holds'][lang]
      : `${HEADS[failed][lang]} ${because[lang]} [${String(code)}]`;
  const list = (title: Bilingual, said: readonly Bilingual[]) =>
    said.length === 0 ? [] : [title[lang], ...said.map((sentence) => `  - ${sentence[lang]}`)];
  const lines = [
    head,
    ...list(because === null ? (act ? HEADS.what : HEADS.checked) : HEADS.heldUntilThen, checked),
    // What was left out matters to who believes it, and not to who does not.
    ...(because === null ? list(HEADS.unchecked, unchecked) : []),
  ];
  return `${lines.map(withoutControls).join('\n')}\n`;
}

/** What a server or a file says must not steer the terminal of its reader. */
export const withoutControls = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
