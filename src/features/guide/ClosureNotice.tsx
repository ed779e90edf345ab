import { awsPages } from '@/qbusiness/facts';
import { ExternalLink } from '@/ui/ExternalLink';
import { Notice } from '@/ui/Notice';

export function ClosureNotice() {
  return (
    <Notice tone="info" title="Amazon Q Business takes no new customers since 31 July 2026">
      Applications that exist keep running and get fixes, no new features. AWS names Amazon Quick as
      the successor; for anonymous access and for API calls it documents no way to move there: AWS
      Support is the place to ask.{' '}
      <ExternalLink href={awsPages.availabilityChange}>AWS on availability</ExternalLink>
    </Notice>
  );
}
