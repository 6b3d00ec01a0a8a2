import { NotFound } from '@/app/_public/not-found';
import { publicPage } from '@/app/_public/public-page';
import { councilPage } from '@/app/(public)/council-page';
import { ThemePage } from '@/components/scorecard/theme-page';

export const dynamic = 'force-dynamic';

const nowhere = 'No published measure has this theme.';

export const GET = publicPage(async ({ site, query, today }) => {
  const theme = query.get('theme') ?? '';
  return councilPage(['theme', theme], { site, today }, (view) => {
    const together = view.themes.find((one) => one.theme === theme);
    if (!together) throw new NotFound(nowhere, { href: '/', text: 'All services' });
    return <ThemePage site={site} date={view.date} theme={together} />;
  });
});
