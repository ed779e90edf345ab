import { styled } from '@mui/material/styles';
import { companionPath, printPolicy } from '@/exporters/policyDocuments';
import type { CompanionPolicy } from '@/qbusiness/companions';
import type { RolePlan } from '@/qbusiness/plan';
import { usePlan, usePlanPart } from '@/state/roleForm';
import { Disclosure } from '@/ui/Disclosure';
import { ExternalLink } from '@/ui/ExternalLink';
import { PolicyCard, type PolicyCardProps } from './PolicyCard';

const Section = styled('section')(({ theme }) => ({
  marginBlockStart: theme.spacing(1),
  '& > h2': { ...theme.typography.h2, marginBlockEnd: theme.spacing(0.5) },
}));

const Reason = styled('p')(({ theme }) => theme.typography.body2);

const idsOf = ({ companions }: RolePlan): string => companions.map(({ id }) => id).join(' ');

/** The policies that other identities need, so that the role can be used. */
export function CompanionPolicies(view: Pick<PolicyCardProps, 'placeholders'>) {
  const ids = usePlanPart(idsOf);
  if (ids === '') return null;
  return (
    <Section>
      <h2>Related policies</h2>
      {ids.split(' ').map((id) => (
        <Companion key={id} {...view} id={id} />
      ))}
    </Section>
  );
}

interface CompanionProps extends Pick<PolicyCardProps, 'placeholders'> {
  readonly id: string;
}

function Companion({ id, placeholders }: CompanionProps) {
  const find = ({ companions }: RolePlan): CompanionPolicy | undefined =>
    companions.find((companion) => companion.id === id);
  const title = usePlanPart((plan) => find(plan)?.title) ?? '';
  const holder = usePlanPart((plan) => find(plan)?.holder) ?? '';
  const path = usePlanPart((plan) => {
    const companion = find(plan);
    return companion && companionPath(companion);
  });
  if (path === undefined) return null;
  return (
    <Disclosure title={title} headingLevel={3} summary={`for ${holder}`} mountsWhenOpened>
      <PolicyCard
        monaco="off"
        placeholders={placeholders}
        title={`${title} policy`}
        path={path}
        textOf={(plan) => {
          const companion = find(plan);
          return companion && printPolicy(companion.document).text;
        }}
      >
        <CompanionReason find={find} />
      </PolicyCard>
    </Disclosure>
  );
}

function CompanionReason({ find }: { find: (plan: RolePlan) => CompanionPolicy | undefined }) {
  const companion = find(usePlan());
  return (
    companion && (
      <Reason>
        {companion.because} <ExternalLink href={companion.source}>AWS documentation</ExternalLink>
      </Reason>
    )
  );
}
