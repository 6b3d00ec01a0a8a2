import { NotFound } from '@/app/_public/not-found';
import { councilPage } from '@/app/(public)/council-page';
import { ThemePage } from '@/components/scorecard/theme-page';
import { ThemesPage } from '@/components/scorecard/themes-page';

export const dynamic = 'force-dynamic';

const nowhere = 'No published measure has this theme.';

export const GET = councilPage(({ site, query }) => {
  const theme = query.get('theme');
  return {
    dependsOn: ['theme', theme],
    page: (view) => {
      if (theme === null) return <ThemesPage site={site} date={view.date} themes={view.themes} />;
      const together = view.themes.find((one) => one.theme === theme);
      if (!together) throw new NotFound(nowhere, { href: '/themes', text: 'All themes' });
      return <ThemePage site={site} date={view.date} theme={together} />;
    },
  };
});
