import { Activity, Suspense, useState } from 'react';
import { styled } from '@mui/material/styles';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { ErrorBoundary } from './ErrorBoundary';
import { ViewFailure } from './ViewFailure';
import { views, type ViewId } from './views';

const Frame = styled('div')(({ theme }) => ({
  minBlockSize: '100dvh',
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  gridTemplateColumns: 'minmax(0, 1fr)',
  backgroundColor: theme.vars.palette.background.default,
  '@media (min-width: 900px)': { blockSize: '100dvh' },
  '& > main, & > main > div': { minBlockSize: 0, blockSize: '100%' },
}));

const Header = styled('header')(({ theme }) => ({
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockEnd: `1px solid ${theme.vars.palette.divider}`,
  padding: theme.spacing(1.5, 3, 0),
  '@media (max-width: 600px)': { padding: theme.spacing(1.5, 2, 0) },
  '& [role="tablist"]': { borderBlockEnd: 0, marginBlockStart: theme.spacing(0.5) },
}));

const Title = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1, 2),
  '& h1': theme.typography.h1,
  '& p': { ...theme.typography.body2, color: theme.vars.palette.text.secondary },
}));

/** Name, views and colour scheme around the view that is shown. A view that was opened stays as it was left. */
export function Shell() {
  const [shown, setShown] = useState<ViewId>('build');
  const [opened, setOpened] = useState<ReadonlySet<ViewId>>(new Set(['build']));
  const show = (id: ViewId) => {
    setShown(id);
    setOpened((before) => new Set(before).add(id));
  };
  return (
    <Frame>
      <Header>
        <Title>
          <div>
            <h1>Policy Builder for Amazon Q Business</h1>
            <p>
              IAM policies and commands for anonymous access. Made in this browser; nothing is sent
              anywhere.
            </p>
          </div>
          <ColorSchemeToggle />
        </Title>
        <Tabs label="Views" idBase="view" tabs={views} selected={shown} onSelect={show} />
      </Header>
      <main>
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
      </main>
    </Frame>
  );
}
