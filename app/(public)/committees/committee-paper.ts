import { paperAnswer } from '@/app/_public/files/paper-file';
import { NotFound } from '@/app/_public/not-found';
import { publicPage } from '@/app/_public/public-page';
import { committeePaperOf } from '@/app/_server/papers';
import { settings } from '@/app/_server/server-settings';
import { allCommittees, noCommittee } from '@/app/(public)/committees/no-committee';
import { publicDatabase } from '@/db/connection/pool';
import { jointBasis } from '@/db/queries/published/joint-paper-source';
import { lastPublished } from '@/lib/paper/joint-paper';
import { committeePaperFileName, type PaperKind } from '@/lib/paper/paper-kinds';
import { isSlug } from '@/lib/text/page-address';
import { londonDay } from '@/lib/time/period';

/** The route handler of the paper of a committee's services together, from their editions in force. */
export const committeePaper = (kind: PaperKind) =>
  publicPage<{ committee: string }>(
    async ({ council, params: { committee: slug }, today }) => {
      const db = publicDatabase();
      const basis = isSlug(slug) ? await jointBasis(db, slug, { today, origin: settings().origin ?? '' }) : null;
      if (!basis) throw new NotFound(noCommittee, allCommittees);
      const { services, committee } = basis.source;
      if (services.length === 0)
        throw new NotFound('No scorecard of a service that reports to this committee is in force.', {
          href: `/committees/${slug}`,
          text: committee.name,
        });
      const name = committeePaperFileName(slug, londonDay(lastPublished(services)), kind);
      return paperAnswer({ name, kind, council }, committeePaperOf(db, basis, kind));
    },
    { costly: true },
  );
