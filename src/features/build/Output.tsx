import { styled } from '@mui/material/styles';
import {
  lazy,
  Suspense,
  useDeferredValue,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { navigate, workspaces, type BuildTab } from '@/state/route';
import { useDraft } from '@/state/roleForm';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { PoliciesTab } from './PoliciesTab';
import type { CommandsChoice } from './CommandsTab';
import { RoleActions } from './RoleActions';

const CommandsTab = lazy(() => import('./CommandsTab'));
const FilesTab = lazy(() => import('./FilesTab'));

/** Tabs with content from other features. */
export type MoreTabs = Readonly<
  Record<Exclude<BuildTab, 'policies' | 'commands' | 'files'>, ComponentType>
>;

const tall = 'and (min-height: 480px)';

const Frame = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  [`@media screen ${tall}`]: { blockSize: '100%', minBlockSize: 0 },
  '@media print': { display: 'block' },
});

const Toolbar = styled('div')(({ theme }) => ({
  display: 'flex',
  // If tabs and actions do not fit into one row, the actions are placed above, so that no tab is cut off.
  flexWrap: 'wrap-reverse',
  alignItems: 'center',
  columnGap: theme.spacing(1),
  paddingInline: theme.spacing(1, 1.5),
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  '& > .MuiTabs-root': { flex: '1 1 auto', maxInlineSize: '100%' },
  '& > .actions': { marginInlineStart: 'auto', paddingBlock: theme.spacing(0.5) },
  '@media (max-width: 899.95px)': { '& > .actions': { display: 'none' } },
  '@media print': { display: 'none' },
}));

const Pane = styled('div')(({ theme }) => ({
  // A container, because the layout of its content depends on its width.
  containerType: 'inline-size',
  padding: theme.spacing(1.5),
  backgroundColor: theme.vars.palette.background.default,
  [`@media screen ${tall}`]: {
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    minBlockSize: 0,
  },
  '@media (max-width: 600px)': { padding: theme.spacing(1) },
  '@media print': { padding: 0 },
}));

interface OutputProps {
  readonly tab: BuildTab;
  readonly tabs: MoreTabs;
  readonly boundary: ComponentType<{ readonly resetKey: unknown; readonly children: ReactNode }>;
}

/** The results of the form, in tabs. */
export function Output({ tab, tabs: more, boundary }: OutputProps) {
  const [commands, setCommands] = useState<CommandsChoice>({ shell: 'sh', way: 'create' });
  // Deferred, so that the former tab stays visible while the next one loads.
  const shown = useDeferredValue(tab);
  return (
    <Frame>
      <Toolbar>
        <Tabs
          label="Results"
          idBase="build"
          tabs={workspaces.build}
          selected={tab}
          onSelect={(id) => navigate({ workspace: 'build', tab: id })}
        />
        <div className="actions">
          <RoleActions />
        </div>
      </Toolbar>
      <Pane>
        <TabPanel idBase="build" tab={tab} focusable={false} isBusy={shown !== tab}>
          <RetriedWithDraft boundary={boundary}>
            <Suspense fallback={<p>Loading …</p>}>
              {shown === 'commands' ? (
                <CommandsTab choice={commands} onChoose={setCommands} />
              ) : (
                <TabContents tab={shown} more={more} />
              )}
            </Suspense>
          </RetriedWithDraft>
        </TabPanel>
      </Pane>
    </Frame>
  );
}

interface RetriedWithDraftProps extends Pick<OutputProps, 'boundary'> {
  readonly children: ReactNode;
}

/** Resets the error boundary with each change of the form. Separate, so that a key press renders no tabs. */
function RetriedWithDraft({ boundary: Boundary, children }: RetriedWithDraftProps) {
  const draft = useDraft((current) => current);
  return <Boundary resetKey={draft}>{children}</Boundary>;
}

interface TabContentsProps {
  readonly tab: Exclude<BuildTab, 'commands'>;
  readonly more: MoreTabs;
}

function TabContents({ tab, more }: TabContentsProps) {
  if (tab === 'policies') return <PoliciesTab />;
  if (tab === 'files') return <FilesTab />;
  const Contents = more[tab];
  return <Contents />;
}
