export { GET } from '@/app/_staff/next-auth';

export const dynamic = 'force-dynamic';
