import type { DossierContext } from './dossier-context';
import type { Page } from './page';
import { chronologyPage } from './pages/chronology.page';
import { claimsPage } from './pages/claims.page';
import { coverPage } from './pages/cover.page';
import { draftPage } from './pages/draft.page';
import { exhibitsPage } from './pages/exhibits.page';
import { measuresPage } from './pages/measures.page';
import { outcomePage } from './pages/outcome.page';
import { screeningHistoryPage } from './pages/screening-history.page';
import { settlementPage } from './pages/settlement.page';
import { thirdPartyNotesPages } from './pages/third-party-notes.page';
import { translationsPages } from './pages/translations.page';
import { verificationPage } from './pages/verification.page';
import { withheldPage } from './pages/withheld.page';

/** Every document of a dossier, in its order. */
export function dossierPages(context: DossierContext): readonly Page[] {
  const others = [
    draftPage(context),
    measuresPage(context),
    claimsPage(context),
    chronologyPage(context),
    exhibitsPage(context),
    ...translationsPages(context),
    screeningHistoryPage(context),
    outcomePage(context),
    ...thirdPartyNotesPages(context),
    settlementPage(context),
    withheldPage(context),
    verificationPage(context),
  ];
  return [coverPage(context, others), ...others];
}
