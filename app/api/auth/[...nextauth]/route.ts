export { GET } from '@/app/_staff/auth';

export const dynamic = 'force-dynamic';
