import { styled } from '@mui/material/styles';
import { companionPath, printPolicy } from '@/exporters/policyDocuments';
import { Disclosure } from '@/ui/Disclosure';
import { ExternalLink } from '@/ui/ExternalLink';
import { PolicyCard } from './PolicyCard';
import type { PreviewProps } from './PolicyDocuments';

const Reason = styled('p')(({ theme }) => ({ ...theme.typography.body2 }));

/** The policies that other identities need, so that the role can be used. */
export function CompanionPolicies({ plan, ...view }: PreviewProps) {
  return plan.companions.map((companion) => (
    <Disclosure
      key={companion.id}
      title={companion.title}
      headingLevel={3}
      summary={`for ${companion.holder}`}
    >
      <PolicyCard
        {...view}
        monaco="off"
        title={`${companion.title} policy`}
        copyLabel={`Copy ${companion.title} policy`}
        path={companionPath(companion)}
        text={printPolicy(companion.document).text}
      >
        <Reason>
          {companion.because} <ExternalLink href={companion.source}>AWS documentation</ExternalLink>
        </Reason>
      </PolicyCard>
    </Disclosure>
  ));
}
