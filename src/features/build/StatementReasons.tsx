import { styled } from '@mui/material/styles';
import type { PolicyDocument } from '@/iam/document';
import type { RolePlan } from '@/qbusiness/plan';
import { usePlan } from '@/state/roleForm';
import { ExternalLink } from '@/ui/ExternalLink';

const List = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gap: theme.spacing(1),
  '& dt': { color: theme.vars.palette.text.secondary },
  // As small as the file names, so that the longest Sid fits beside its "Why".
  '& dt > code': { fontSize: '0.75rem' },
}));

interface StatementReasonsProps {
  /** The document of a plan; undefined if the plan has none of the kind. */
  readonly documentOf: (plan: RolePlan) => PolicyDocument | undefined;
}

/** The reason for each statement of a document, with the AWS page. */
export function StatementReasons({ documentOf }: StatementReasonsProps) {
  const plan = usePlan();
  return (
    <List>
      {documentOf(plan)?.Statement.map(({ Sid }) => {
        const reason = plan.rationale[Sid];
        return (
          reason && (
            <div key={Sid}>
              <dt>
                Why <code>{Sid}</code>
              </dt>
              <dd>
                {reason.because} <ExternalLink href={reason.source}>AWS documentation</ExternalLink>
              </dd>
            </div>
          )
        );
      })}
    </List>
  );
}
