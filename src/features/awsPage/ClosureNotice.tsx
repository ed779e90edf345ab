import { awsPages } from '@/qbusiness/facts';
import { ExternalLink } from '@/ui/ExternalLink';
import { Notice } from '@/ui/Notice';

export function ClosureNotice() {
  return (
    <Notice tone="info" title="Amazon Q Business is closed to new customers since 31 July 2026">
      Existing applications keep running and get fixes, but no new features. AWS names Amazon Quick
      as the successor and documents no migration for anonymous access or API calls: ask AWS
      Support. <ExternalLink href={awsPages.availabilityChange}>AWS on availability</ExternalLink>
    </Notice>
  );
}
