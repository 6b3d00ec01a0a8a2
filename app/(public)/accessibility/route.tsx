import { publicPage } from '@/app/_public/public-page';
import { AccessibilityPage } from '@/components/frame/accessibility-page';

export const dynamic = 'force-dynamic';

export const GET = publicPage(({ site, council }) => {
  const contact = { email: council.contact, phone: null, post: null, answerWithin: '10 working days' };
  return <AccessibilityPage site={site} contact={contact} prepared="2026-11-23" tested="2026-11-23" />;
});
