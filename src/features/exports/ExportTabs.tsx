import { useId, useState } from 'react';
import { styled } from '@mui/material/styles';
import { exporters, type ExporterId } from '@/exporters/index';
import type { RolePlan } from '@/qbusiness/plan';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import type { PlaceholderLinks } from '@/ui/code/placeholderLinks';
import type { Blocked } from '@/ui/CopyButton';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { ArtifactView } from './ArtifactView';

export interface ExportTabsProps {
  readonly plan: RolePlan;
  readonly monaco: MonacoMode;
  readonly placeholders: PlaceholderLinks;
  readonly blocked: Blocked | undefined;
}

const Summary = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  color: theme.vars.palette.text.secondary,
  marginBlock: theme.spacing(1.5),
}));

const Files = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2) }));

/** A tab for every exporter of the list. Only the chosen one renders its files. */
export default function ExportTabs({ plan, ...view }: ExportTabsProps) {
  const idBase = useId();
  const [selected, setSelected] = useState<ExporterId>('policy-documents');
  const { summary, render } = exporters.find(({ id }) => id === selected) ?? exporters[0];
  return (
    <>
      <Tabs
        label="Files"
        idBase={idBase}
        tabs={exporters}
        selected={selected}
        onSelect={setSelected}
      />
      <TabPanel idBase={idBase} tab={selected} focusable={false}>
        <Summary>{summary}</Summary>
        <Files>
          {render(plan).map((artifact) => (
            <ArtifactView key={artifact.path} {...view} artifact={artifact} />
          ))}
        </Files>
      </TabPanel>
    </>
  );
}
