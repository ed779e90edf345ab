import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { printCommand, type Shell } from '@/exporters/commands';
import { printPolicy } from '@/exporters/policyDocuments';
import { serviceLinkedRole, serviceLinkedRolePolicy } from '@/qbusiness/serviceLinkedRole';
import { CodeView } from '@/ui/code/CodeView';
import { CopyButton } from '@/ui/CopyButton';
import { ExternalLink } from '@/ui/ExternalLink';
import { ToggleGroup } from '@/ui/ToggleGroup';

const shells = [
  { value: 'sh', label: 'sh, bash, zsh' },
  { value: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { value: Shell; label: string }[];

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > :first-of-type': { flex: '1 1 auto' },
}));

const Frame = styled(Paper)({ overflow: 'clip' });

const policyText = printPolicy(serviceLinkedRolePolicy).text;

export function ServiceLinkedRole() {
  const [shell, setShell] = useState<Shell>('sh');
  const command = printCommand(shell, serviceLinkedRole.create);
  return (
    <section>
      <h2>The service-linked role</h2>
      <p>
        An application that is created without a role uses <code>{serviceLinkedRole.name}</code> for
        its metrics and logs. Amazon Q Business creates it with the first application; it cannot be
        edited. It is never the role of a web experience or of your code.{' '}
        <ExternalLink href={serviceLinkedRole.source}>AWS documentation</ExternalLink>
      </p>
      <Row>
        <h3>Create it beforehand</h3>
        <ToggleGroup label="Shell" options={shells} value={shell} onChange={setShell} />
        <CopyButton label="Copy command" subject="Command" getText={() => command} />
      </Row>
      <Frame variant="outlined">
        <CodeView
          path="aws/create-service-linked-role"
          language={shell === 'sh' ? 'shell' : 'powershell'}
          text={command}
          label="Command for the service-linked role"
          monaco="off"
          isWrapped
        />
      </Frame>
      <Row>
        <h3>
          Its policy, <code>QBusinessServiceRolePolicy</code>
        </h3>
        <CopyButton label="Copy policy" subject="Policy" getText={() => policyText} />
      </Row>
      <p>
        Its <code>aws:ResourceAccount</code> conditions, which AWS’s page on anonymous access leaves
        out, keep it within the role’s account.
      </p>
      <Frame variant="outlined">
        <CodeView
          path="aws/QBusinessServiceRolePolicy.json"
          language="json"
          text={policyText}
          label="Service-linked role policy"
          monaco="off"
          isWrapped
        />
      </Frame>
    </section>
  );
}
