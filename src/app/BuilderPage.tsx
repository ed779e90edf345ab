import { useEffect } from 'react';
import { styled } from '@mui/material/styles';
import { BuilderForm } from '@/features/builder/BuilderForm';
import { AutosaveNotice } from '@/features/drafts/AutosaveNotice';
import { UndoButtons } from '@/features/drafts/UndoButtons';
import { PasteField } from '@/features/paste/PasteField';
import { BuilderFiles } from './BuilderFiles';
import { useFormDesk } from './formDesk';
import { StatusBar } from './StatusBar';

/** From 900 px on, form and files scroll on their own; below, the page does. */
const roomy = '@media screen and (min-width: 900px)';

const Page = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  [roomy]: {
    blockSize: '100%',
    minBlockSize: 0,
    gridTemplateColumns: 'clamp(23rem, 34vw, 28rem) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr) auto',
  },
  '& > .bar': {
    gridColumn: '1 / -1',
    position: 'sticky',
    insetBlockEnd: 0,
    zIndex: theme.zIndex.appBar,
    '@media print': { display: 'none' },
  },
}));

const Pane = styled('div')(({ theme }) => ({
  position: 'relative',
  padding: theme.spacing(3),
  '@media (max-width: 600px)': { padding: theme.spacing(2) },
  [`${roomy} and (max-width: 1100px)`]: { padding: theme.spacing(2) },
  [roomy]: {
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    scrollbarGutter: 'stable',
  },
  '&.form': {
    backgroundColor: theme.vars.palette.background.paper,
    [roomy]: { borderInlineEnd: `1px solid ${theme.vars.palette.divider}` },
  },
}));

const Intro = styled('p')(({ theme }) => ({
  ...theme.typography.body1,
  textWrap: 'pretty',
  marginBlockEnd: theme.spacing(2),
}));

/** Form left, files right, and what is missing below. */
export function BuilderPage() {
  const { keeper, fill, begin } = useFormDesk();
  useEffect(begin, [begin]);
  const getValues = () => keeper.getState().values;
  return (
    <Page>
      <Pane className="form">
        <Intro>
          Paste an ARN or type three values: both policies, the commands and the download follow.
        </Intro>
        <AutosaveNotice keeper={keeper} />
        <PasteField subscribe={keeper.subscribe} getValues={getValues} onFill={fill} />
        <BuilderForm actions={<UndoButtons keeper={keeper} />} />
      </Pane>
      <Pane>
        <BuilderFiles />
      </Pane>
      <div className="bar">
        <StatusBar />
      </div>
    </Page>
  );
}
