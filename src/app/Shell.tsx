import AppBar from '@mui/material/AppBar';
import BottomNavigation from '@mui/material/BottomNavigation';
import BottomNavigationAction from '@mui/material/BottomNavigationAction';
import Toolbar from '@mui/material/Toolbar';
import { styled } from '@mui/material/styles';
import { Activity, Suspense, useState } from 'react';
import { hrefOf, useRoute, type Route, type Workspace } from '@/state/route';
import { Icon } from '@/ui/Icon';
import { Brand } from './Brand';
import { ErrorBoundary } from './ErrorBoundary';
import { ShellTools } from './ShellTools';
import { ViewFailure } from './ViewFailure';
import { hrefOfView, views } from './views';

const wide = '@media screen and (min-width: 900px)';
const narrow = '@media screen and (max-width: 899.95px)';
/** In lower windows there is no room for fixed bars, and the page scrolls as a whole. */
const tall = '@media screen and (min-height: 480px)';

const Frame = styled('div')(({ theme }) => ({
  minBlockSize: '100dvh',
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  gridTemplateColumns: 'minmax(0, 1fr)',
  backgroundColor: theme.vars.palette.background.default,
  [tall]: { blockSize: '100dvh', overflow: 'clip', position: 'relative' },
  '& > main': {
    minBlockSize: 0,
    // The panes of a workspace scroll, not the workspace.
    [tall]: { overflowY: 'auto', '& > [data-view]': { blockSize: '100%', minBlockSize: 0 } },
  },
  '& > nav': { [wide]: { display: 'none' }, '@media print': { display: 'none' } },
  '@media print': { display: 'block', '& > header': { display: 'none' } },
}));

const Bar = styled(Toolbar)(({ theme }) => ({
  // With large text one line does not hold it all.
  flexWrap: 'wrap',
  columnGap: theme.spacing(1),
  paddingInline: theme.spacing(2, 1),
  '& > .tools': { marginInlineStart: 'auto' },
}));

const Workspaces = styled('nav')(({ theme }) => ({
  display: 'flex',
  alignSelf: 'stretch',
  marginInlineStart: theme.spacing(1),
  [narrow]: { display: 'none' },
  '& > a': {
    ...theme.typography.button,
    display: 'inline-flex',
    alignItems: 'center',
    paddingInline: theme.spacing(1.5),
    borderBlock: '2px solid transparent',
    whiteSpace: 'nowrap',
    textDecoration: 'none',
    color: theme.vars.palette.text.secondary,
    '&:hover': { color: theme.vars.palette.text.primary },
    '&:focus-visible': { outlineOffset: '-2px' },
    '&[aria-current="page"]': {
      color: theme.vars.palette.primary.main,
      borderBlockEndColor: theme.vars.palette.primary.main,
    },
    '@media (forced-colors: active)': {
      borderColor: 'Canvas',
      '&[aria-current="page"]': { borderBlockEndColor: 'Highlight' },
    },
  },
}));

/** The entries of the bottom navigation on phones. */
const phonePlaces = [
  { id: 'values', label: 'Values', icon: 'file', route: { workspace: 'build' } },
  { id: 'result', label: 'Result', icon: 'check', route: { workspace: 'build', tab: 'policies' } },
  { id: 'check', label: 'Check', icon: 'security', route: { workspace: 'check' } },
] as const satisfies readonly { id: string; label: string; icon: string; route: Route }[];

function phonePlaceOf(route: Route): (typeof phonePlaces)[number]['id'] | false {
  switch (route.workspace) {
    case 'build':
      return route.tab === undefined ? 'values' : 'result';
    case 'check':
      return 'check';
    case 'aws':
      return false;
  }
}

/** The frame of the page around the shown workspace. Workspaces that were opened stay mounted. */
export function Shell() {
  const route = useRoute();
  const shown = route.workspace;
  const [opened, setOpened] = useState<ReadonlySet<Workspace>>(new Set(['build']));
  if (!opened.has(shown)) setOpened(new Set(opened).add(shown));
  return (
    <Frame>
      <AppBar component="header">
        <Bar>
          <Brand />
          <Workspaces aria-label="Workspaces">
            {views.map(({ id, label }) => (
              <a key={id} href={hrefOfView(id)} aria-current={id === shown ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </Workspaces>
          <div className="tools">
            <ShellTools />
          </div>
        </Bar>
      </AppBar>
      <main>
        {views
          .filter(({ id }) => opened.has(id))
          .map(({ id, component: Component }) => (
            <Activity key={id} mode={id === shown ? 'visible' : 'hidden'}>
              <div data-view={id}>
                <ErrorBoundary fallback={ViewFailure}>
                  <Suspense fallback={<p>Loading …</p>}>
                    <Component />
                  </Suspense>
                </ErrorBoundary>
              </div>
            </Activity>
          ))}
      </main>
      <BottomNavigation
        component="nav"
        showLabels
        aria-label="Parts of the page"
        value={phonePlaceOf(route)}
      >
        {phonePlaces.map(({ id, label, icon, route: to }) => (
          <BottomNavigationAction
            key={id}
            value={id}
            label={label}
            icon={<Icon name={icon} size="1.25rem" />}
            href={hrefOf(to)}
            aria-current={phonePlaceOf(route) === id ? 'page' : undefined}
          />
        ))}
      </BottomNavigation>
    </Frame>
  );
}
