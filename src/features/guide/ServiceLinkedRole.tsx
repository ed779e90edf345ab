import { useState } from 'react';
import { styled } from '@mui/material/styles';
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
  justifyContent: 'space-between',
  gap: theme.spacing(1),
}));

const Frame = styled('div')(({ theme }) => ({
  overflow: 'hidden',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
}));

const policyText = printPolicy(serviceLinkedRolePolicy).text;

export function ServiceLinkedRole() {
  const [shell, setShell] = useState<Shell>('sh');
  const command = printCommand(shell, serviceLinkedRole.create);
  return (
    <section>
      <h2>The service-linked role</h2>
      <p>
        An application that is created without a role of its own uses{' '}
        <code>{serviceLinkedRole.name}</code> for its metrics and logs. Amazon Q Business makes it
        with the first application, and it cannot be edited. It is never the role of a web
        experience and never the role of your code.{' '}
        <ExternalLink href={serviceLinkedRole.source}>AWS documentation</ExternalLink>
      </p>
      <Row>
        <h3>Make it beforehand</h3>
        <ToggleGroup label="Shell" options={shells} value={shell} onChange={setShell} />
        <CopyButton label="Copy command" subject="Command" size="small" getText={() => command} />
      </Row>
      <Frame>
        <CodeView
          path="guide/create-service-linked-role"
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
        <CopyButton label="Copy policy" subject="Policy" size="small" getText={() => policyText} />
      </Row>
      <p>
        The <code>aws:ResourceAccount</code> conditions, which AWS’s page on anonymous access leaves
        out, keep it within the account of the role.
      </p>
      <Frame>
        <CodeView
          path="guide/QBusinessServiceRolePolicy.json"
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
