export { GET } from '@/app/auth';

export const dynamic = 'force-dynamic';
