import { InvitationOver } from '@/components/invitation-page';

export default function NotFound() {
  return <InvitationOver />;
}
