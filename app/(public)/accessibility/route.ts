import { createElement } from 'react';
import { simplePage } from '@/app/_public/simple-page';
import { AccessibilityPage } from '@/components/frame/accessibility-page';

export const dynamic = 'force-dynamic';

export const GET = simplePage((site, council) => {
  const contact = { email: council?.contact ?? null, phone: null, post: null, answerWithin: '10 working days' };
  return createElement(AccessibilityPage, { site, contact, prepared: '2026-11-23', tested: '2026-11-23' });
});
