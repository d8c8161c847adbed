import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The style sheet of the docket's pages: no font, image or script from anywhere, light and dark, narrow and wide, and
 * on paper.
 */
export const DOCKET_CSS = readFileSync(join(__dirname, 'docket-pages.css'), 'utf8');
