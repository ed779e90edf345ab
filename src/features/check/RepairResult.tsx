import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import type { RepairedDocument, RoleRepair } from '@/documents/repair';
import { repairCommand } from '@/documents/repairScript';
import { archive } from '@/exporters/archive';
import { checkSession } from '@/state/check/checkSession';
import { navigate } from '@/state/route';
import { Button } from '@/ui/Button';
import { CodeSurface } from '@/ui/code/CodeSurface';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { PlainCode } from '@/ui/code/PlainCode';
import { CopyButton } from '@/ui/CopyButton';
import { DownloadButton } from '@/ui/DownloadButton';
import { Notice } from '@/ui/Notice';
import { StatusChip } from '@/ui/StatusChip';
import { StepList } from '@/ui/StepList';
import { showToast } from '@/ui/toast';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { firstOf } from '@/words/counts';
import { ComparedDocuments } from './ComparedDocuments';

const Part = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1),
  '& h2': theme.typography.h2,
  '& ul': { ...theme.typography.body2, paddingInlineStart: theme.spacing(2.5) },
  '& > p': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
}));

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > h2': { flex: '1 1 auto' },
}));

const Command = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  overflow: 'clip',
}));

/** Longer lists belong to the findings. */
const mostLeft = 20;

interface RepairResultProps {
  readonly repair: RoleRepair;
  readonly roleName: string;
  /** Whether a new repair is being computed: then nothing of this one can be copied or downloaded. */
  readonly isOutdated: boolean;
  readonly monaco: MonacoMode;
}

/** The documents before and after the repair, the corrected files, and the commands that apply them. */
export function RepairResult({ repair, roleName, isOutdated, monaco }: RepairResultProps) {
  const { documents, steps, commands, script } = repair;
  const changed = documents.filter(({ isChanged }) => isChanged);
  return (
    <>
      {changed.length === 0 && (
        <Notice tone="info" title="Nothing to repair automatically" live>
          What is left needs your decision.
        </Notice>
      )}
      <Documents documents={documents} roleName={roleName} monaco={monaco} />
      {changed.length > 0 && !isOutdated && (
        <Part>
          <Head>
            <h2>Update the role</h2>
            <DownloadButton
              label="Download repair"
              look="primary"
              getFile={() => ({
                name: `repair-${roleName}.zip`,
                contents: archiveOf(changed, script),
                mime: 'application/zip',
              })}
            />
            <CopyButton
              label="Copy all commands"
              subject="Commands"
              look="secondary"
              getText={() => `${commands}\n`}
            />
            <Button
              onClick={() => {
                // Replaces all texts: with the old ones, the findings would still be there.
                const bringBack = checkSession.replaceAll(
                  documents.map(({ path, after }) => ({ name: path, text: after })),
                );
                showToast({
                  message: 'The corrected files replace what was pasted',
                  action: { label: 'Undo', onAct: bringBack },
                });
                navigate({ workspace: 'check', tab: 'findings' });
              }}
            >
              Check the corrected files
            </Button>
          </Head>
          <p>
            Unpack the download and run <code>sh policies/update.sh</code>, or run the commands in
            the folder that holds <code>policies</code>, in sh, bash, zsh or AWS CloudShell. Each
            policy is saved to <code>policies/backup</code> first.
          </p>
          <StepList
            steps={steps.map((step) => {
              const { text } = step;
              const line = repairCommand(step);
              return {
                title: text,
                content: (
                  <Command>
                    <CodeSurface>
                      <PlainCode language="shell" text={line} label={text} isWrapped />
                    </CodeSurface>
                    <CopyButton label="Copy" subject={text} iconOnly getText={() => line} />
                  </Command>
                ),
              };
            })}
          />
        </Part>
      )}
    </>
  );
}

const archiveOf = (changed: readonly RepairedDocument[], script: string) =>
  archive([
    ...changed.map(({ path, after }) => ({ path, language: 'json' as const, contents: after })),
    { path: 'policies/update.sh', language: 'shell', contents: script, executable: true },
  ]);

function Documents({
  documents,
  roleName,
  monaco,
}: {
  readonly documents: readonly RepairedDocument[];
  readonly roleName: string;
  readonly monaco: MonacoMode;
}) {
  const idBase = useId();
  const [chosen, setChosen] = useState<string>();
  const shown =
    (chosen === undefined
      ? documents.find(({ isChanged }) => isChanged)
      : documents[Number(chosen)]) ?? documents[0];
  if (!shown) return null;
  const position = String(documents.indexOf(shown));
  const { path, before, after, changes, left, refusal, isChanged } = shown;
  const decisions = firstOf(left, mostLeft);
  return (
    <Part>
      <Tabs
        label="Documents of the role"
        idBase={idBase}
        tabs={documents.map(({ label }, i) => ({
          id: String(i),
          // Without the name of the role, which is shown anyway.
          label: label.replace(` of ${roleName}`, ''),
        }))}
        selected={position}
        onSelect={setChosen}
      />
      <TabPanel idBase={idBase} tab={position} focusable={false}>
        <Part>
          <Head>
            <StatusChip tone={isChanged ? 'success' : 'neutral'}>
              {isChanged ? 'Corrected' : 'Unchanged'}
            </StatusChip>
            <code>{path}</code>
            <CopyButton label="Copy" subject={path} getText={() => after} />
          </Head>
          {refusal !== undefined && <Notice tone="warning">{refusal}</Notice>}
          {changes.length > 0 && (
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          )}
          {left.length > 0 && (
            <Notice tone="warning" title="Needs your decision">
              <ul>
                {decisions.shown.map(({ message }, position) => (
                  <li key={position}>{message}</li>
                ))}
                {decisions.more !== undefined && (
                  <li>and {decisions.more}, which Findings lists</li>
                )}
              </ul>
            </Notice>
          )}
          {before !== after && (
            <ComparedDocuments
              before={before}
              after={after}
              beforeName="As pasted"
              afterName="Corrected"
              monaco={monaco}
            />
          )}
        </Part>
      </TabPanel>
    </Part>
  );
}
