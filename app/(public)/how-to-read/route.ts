import { createElement } from 'react';
import { simplePage } from '@/app/_public/simple-page';
import { HowToReadPage } from '@/components/frame/how-to-read-page';

export const dynamic = 'force-dynamic';

export const GET = simplePage((site) => createElement(HowToReadPage, { site }));
