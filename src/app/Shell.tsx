import { Activity, Suspense, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { styled } from '@mui/material/styles';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { TabPanel, Tabs } from '@/ui/Tabs';
import { Brand } from './Brand';
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
  // Positioned, so that hidden text further down cannot make the page itself scroll.
  '@media screen and (min-width: 900px)': {
    blockSize: '100dvh',
    position: 'relative',
    overflow: 'clip',
  },
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

const Top = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 2),
  '& > .tools': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1),
    '@media (max-width: 600px)': { flexBasis: '100%' },
  },
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
        <Top>
          <Brand />
          <div className="tools">
            <FormTools onShowView={show} />
            <ColorSchemeToggle />
          </div>
        </Top>
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
