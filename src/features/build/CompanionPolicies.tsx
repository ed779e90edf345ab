import { styled } from '@mui/material/styles';
import { companionPath, printPolicy } from '@/exporters/policyDocuments';
import type { RolePlan } from '@/qbusiness/plan';
import { Disclosure } from '@/ui/Disclosure';
import { ExternalLink } from '@/ui/ExternalLink';
import { PolicyCard, type PolicyCardProps } from './PolicyCard';

const Section = styled('section')(({ theme }) => ({
  marginBlockStart: theme.spacing(1),
  '& > h2': { ...theme.typography.h2, marginBlockEnd: theme.spacing(0.5) },
}));

const Reason = styled('p')(({ theme }) => theme.typography.body2);

interface CompanionPoliciesProps extends Pick<PolicyCardProps, 'monaco' | 'placeholders'> {
  readonly plan: RolePlan;
}

/** The policies that other identities need, so that the role can be used. */
export function CompanionPolicies({ plan, ...view }: CompanionPoliciesProps) {
  return (
    <Section>
      <h2>Related policies</h2>
      {plan.companions.map((companion) => (
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
            path={companionPath(companion)}
            text={printPolicy(companion.document).text}
            textOf={({ companions }) => {
              const now = companions.find(({ id }) => id === companion.id);
              return now && printPolicy(now.document).text;
            }}
          >
            <Reason>
              {companion.because}{' '}
              <ExternalLink href={companion.source}>AWS documentation</ExternalLink>
            </Reason>
          </PolicyCard>
        </Disclosure>
      ))}
    </Section>
  );
}
