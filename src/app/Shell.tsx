import { Activity, Suspense, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { styled } from '@mui/material/styles';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { ErrorBoundary } from './ErrorBoundary';
import { FormTools } from './FormTools';
import { ViewFailure } from './ViewFailure';
import { views, type ViewId } from './views';
import { ViewSwitch } from './viewSwitch';

const Frame = styled('div')(({ theme }) => ({
  minBlockSize: '100dvh',
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  backgroundColor: theme.vars.palette.background.default,
  '@media screen and (min-width: 900px)': { blockSize: '100dvh' },
  '@media screen': { '& > main, & > main > div': { minBlockSize: 0, blockSize: '100%' } },
  '@media print': { display: 'block' },
}));

const Header = styled('header')(({ theme }) => ({
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  padding: theme.spacing(1.5, 3, 0),
  '@media (max-width: 600px)': { padding: theme.spacing(1.5, 2, 0) },
  '@media print': { display: 'none' },
  '& [role="tablist"]': { borderBlockEnd: 0, marginBlockStart: theme.spacing(0.5) },
}));

const Title = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: theme.spacing(0.25, 2),
  '& h1': theme.typography.h1,
  '& p': {
    ...theme.typography.body2,
    color: theme.vars.palette.text.secondary,
    '@media (max-width: 600px)': { gridColumn: '1 / -1' },
  },
  '@media (min-width: 600px)': { '& > fieldset': { gridRow: '1 / span 2', gridColumn: 2 } },
}));

/** Name, views and colour scheme around the view that is shown. A view that was opened stays as it was left. */
export function Shell() {
  const [shown, setShown] = useState<ViewId>('build');
  const [opened, setOpened] = useState<ReadonlySet<ViewId>>(new Set(['build']));
  // At once, so that the focus can move into the view that comes.
  const show = useCallback((id: ViewId) => {
    flushSync(() => {
      setShown(id);
      setOpened((before) => (before.has(id) ? before : new Set(before).add(id)));
    });
  }, []);
  return (
    <Frame>
      <Header>
        <Title>
          <h1>Policy Builder for Amazon Q Business</h1>
          <FormTools onShowView={show} />
          <ColorSchemeToggle />
          <p>
            IAM policies and commands for anonymous access. Made in this browser; nothing is sent
            anywhere.
          </p>
        </Title>
        <Tabs label="Views" idBase="view" tabs={views} selected={shown} onSelect={show} />
      </Header>
      <main>
        <ViewSwitch value={show}>
          {views
            .filter(({ id }) => opened.has(id))
            .map(({ id, component: Component }) => (
              <Activity key={id} mode={id === shown ? 'visible' : 'hidden'}>
                <TabPanel idBase="view" tab={id} focusable={false}>
                  <ErrorBoundary fallback={ViewFailure}>
                    <Suspense fallback={<p>Loading …</p>}>
                      <Component />
                    </Suspense>
                  </ErrorBoundary>
                </TabPanel>
              </Activity>
            ))}
        </ViewSwitch>
      </main>
    </Frame>
  );
}
