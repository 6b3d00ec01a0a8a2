import { createElement } from 'react';
import { AccessibilityPage } from '@/components/accessibility-page';
import { simplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const GET = simplePage((site, council) => {
  const contact = { email: council?.contact ?? null, phone: null, post: null, answerWithin: '10 working days' };
  return createElement(AccessibilityPage, { site, contact, prepared: '2026-11-23', tested: '2026-11-23' });
});
