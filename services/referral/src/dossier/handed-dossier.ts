import type { Handed } from '@parley/http';
import type { Dossier } from './dossier.rules';

/** A dossier as the log of reads names it. */
export const dossierSubject = (n: number): string => `dossier ${String(n)}`;

/** Until it is issued, a dossier is the own of the party that asked for it; then the parties read it. */
export const handed = ({ n, status }: Dossier, what: string): Handed => ({
  subject: dossierSubject(n),
  what,
  tier: status === 'issued' ? 'PARTIES' : 'FILER',
});
