import { styled } from '@mui/material/styles';
import { useEffect, type ComponentType, type ReactNode } from 'react';
import { useRoute } from '@/state/route';
import { useRoleForm } from '@/state/roleForm';
import { BuildForm } from './BuildForm';
import { Output, type MoreTabs } from './Output';
import { RoleActions } from './RoleActions';

const sideBySide = '@media screen and (min-width: 900px)';
const onePane = '@media screen and (max-width: 899.95px)';
/** In lower windows there is no room for fixed bars, and the page scrolls as a whole. */
const tall = 'and (min-height: 480px)';

const Panes = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  [`@media screen ${tall}`]: { blockSize: '100%', minBlockSize: 0 },
  [onePane]: {
    gridTemplateRows: 'minmax(0, 1fr) auto',
    '&[data-pane="values"] > .output, &[data-pane="result"] > .form': { display: 'none' },
  },
  [sideBySide]: {
    gridTemplateColumns: '21.25rem minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    '& > .actions': { display: 'none' },
  },
  '@media screen and (min-width: 1400px)': { gridTemplateColumns: '24rem minmax(0, 1fr)' },
  '& > .form': {
    padding: theme.spacing(2),
    backgroundColor: theme.vars.palette.background.paper,
    [`@media screen ${tall}`]: { overflowY: 'auto', overscrollBehavior: 'contain' },
    [sideBySide]: { borderInlineEnd: `1px solid ${theme.vars.palette.divider}` },
    '@media print': { display: 'none' },
  },
  '& > .output': { minInlineSize: 0, minBlockSize: 0 },
  '& > .actions': {
    padding: theme.spacing(0.75, 2),
    backgroundColor: theme.vars.palette.background.paper,
    borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
    '@media print': { display: 'none' },
  },
}));

interface BuildViewProps {
  /** The paste field, above the form. */
  readonly paste: ReactNode;
  readonly tabs: MoreTabs;
  /** An error boundary, so that an error in the results does not affect the form. */
  readonly boundary: ComponentType<{ readonly resetKey: unknown; readonly children: ReactNode }>;
}

/** The form and its results, side by side. */
export function BuildView({ paste, tabs, boundary }: BuildViewProps) {
  const { begin } = useRoleForm();
  const route = useRoute();
  useEffect(begin, [begin]);
  const tab = route.workspace === 'build' ? route.tab : undefined;
  return (
    <Panes data-pane={tab === undefined ? 'values' : 'result'}>
      <div className="form">
        <BuildForm paste={paste} />
      </div>
      <div className="output">
        <Output tab={tab ?? 'policies'} tabs={tabs} boundary={boundary} />
      </div>
      <div className="actions">
        <RoleActions />
      </div>
    </Panes>
  );
}
