import { createElement } from 'react';
import { HowToReadPage } from '@/components/how-to-read-page';
import { simplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const GET = simplePage((site) => createElement(HowToReadPage, { site }));
