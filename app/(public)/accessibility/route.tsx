import { publicPage } from '@/app/_public/public-page';
import { AccessibilityPage } from '@/components/frame/accessibility-page';
import { answerWithin, statementDays } from '@/lib/accessibility/statement-facts';

export const dynamic = 'force-dynamic';

export const GET = publicPage(({ site, council }) => {
  const contact = { email: council.contact, phone: null, post: null, answerWithin };
  return <AccessibilityPage site={site} contact={contact} {...statementDays} />;
});
