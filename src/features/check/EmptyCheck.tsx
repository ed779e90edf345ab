import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { printCommand, type Shell } from '@/exporters/commands';
import { checkSession } from '@/state/check/checkSession';
import { Button } from '@/ui/Button';
import { PlainCode } from '@/ui/code/PlainCode';
import { CodeSurface } from '@/ui/code/CodeSurface';
import { CopyButton } from '@/ui/CopyButton';
import { FileButton } from '@/ui/FileButton';
import { TextInput } from '@/ui/TextInput';
import { ToggleGroup } from '@/ui/ToggleGroup';
import { commandsToPaste } from './checkCommands';
import { readableFiles, readTexts } from './readTexts';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  alignContent: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(3),
  maxInlineSize: '60rem',
  marginInline: 'auto',
  padding: theme.spacing(4, 3),
  '@media (max-width: 600px)': { padding: theme.spacing(2), gap: theme.spacing(2) },
  '& h1': theme.typography.h1,
  '& h2': theme.typography.h2,
  '& p': theme.typography.body2,
}));

const Zone = styled(Paper)(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(2),
  padding: theme.spacing(3),
  borderStyle: 'dashed',
  borderColor: theme.vars.palette.control.border,
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  '& > div:last-child': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
}));

const Commands = styled('ul')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1.5),
  padding: 0,
  listStyle: 'none',
  '& > li > div:first-of-type': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
}));

const Code = styled(Paper)({ overflow: 'clip' });

const shells = [
  { value: 'sh', label: 'sh, bash, zsh' },
  { value: 'powershell', label: 'PowerShell' },
] as const satisfies readonly { value: Shell; label: string }[];

interface EmptyCheckProps {
  /** Loads an example. */
  readonly onExample: (example: 'form' | 'published') => void;
  /** Called with the pasted text, or with the first typed character. */
  readonly onText: (text: string) => void;
}

/** The start of a check: a place to paste or drop texts, and commands that print them. */
export function EmptyCheck({ onExample, onText }: EmptyCheckProps) {
  const [shell, setShell] = useState<Shell>('sh');
  const [text, setText] = useState('');
  return (
    <Page>
      <div>
        <h1>Check roles you have</h1>
        <p>
          Finds problems, shows who can assume a role and what it can do, and writes the repair.
        </p>
      </div>
      <Zone variant="outlined">
        <TextInput
          label="Paste or drop roles, policies or AWS CLI output"
          help="JSON, YAML, Terraform, CloudFormation, scripts. Several documents at once are fine. Nothing leaves this browser."
          multiline
          rows={6}
          monospace
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            if (target.value.trim() !== '') onText(target.value);
          }}
        />
        <div>
          <FileButton
            look="primary"
            label="Files with roles or policies"
            accept={readableFiles}
            onFiles={(files) => void readTexts(files, checkSession.add)}
          >
            Open files
          </FileButton>
          <Button onClick={() => onExample('form')}>Use the form’s role</Button>
          <Button onClick={() => onExample('published')}>Use AWS’s text</Button>
        </div>
      </Zone>
      <section>
        <Head>
          <h2>Get them with the AWS CLI</h2>
          <ToggleGroup label="Shell" options={shells} value={shell} onChange={setShell} />
        </Head>
        <Commands role="list">
          {commandsToPaste.map(({ title, command }) => {
            const printed = printCommand(shell, command);
            return (
              <li key={title}>
                <div>
                  <span>{title}</span>
                  <CopyButton label="Copy" subject={title} getText={() => printed} />
                </div>
                <Code variant="outlined">
                  <CodeSurface>
                    <PlainCode
                      language={shell === 'sh' ? 'shell' : 'powershell'}
                      text={printed}
                      label={title}
                      isWrapped
                    />
                  </CodeSurface>
                </Code>
              </li>
            );
          })}
        </Commands>
      </section>
    </Page>
  );
}
