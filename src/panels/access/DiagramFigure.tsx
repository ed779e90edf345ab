import Paper from '@mui/material/Paper';
import { styled } from '@mui/material/styles';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button } from '@/ui/Button';
import { tallDiagram, wideDiagram, type DiagramContents } from './diagram';
import { Picture } from './Picture';
import { SaveDiagram } from './SaveDiagram';

const DiagramDialog = lazy(() => import('./DiagramDialog'));

/** Below this width of the container, the boxes are placed below each other, to stay readable. */
const narrow = '@container (max-width: 640px)';

const Figure = styled('figure')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1),
  '& > figcaption': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const Frame = styled(Paper)(({ theme }) => ({
  containerType: 'inline-size',
  padding: theme.spacing(1.5),
  '& > .tall': { display: 'none' },
  [narrow]: { '& > .tall': { display: 'block' }, '& > .wide': { display: 'none' } },
}));

interface DiagramFigureProps {
  readonly contents: DiagramContents;
  readonly title: string;
}

/** The diagram of callers, role and targets, with buttons to enlarge and to download it. */
export function DiagramFigure({ contents, title }: DiagramFigureProps) {
  const [isLarge, setIsLarge] = useState(false);
  const wide = useMemo(() => wideDiagram(contents), [contents]);
  const tall = useMemo(() => tallDiagram(contents), [contents]);
  return (
    <Figure>
      <Frame variant="outlined">
        <Picture className="wide" diagram={wide} title={title} />
        <Picture className="tall" diagram={tall} title={title} />
      </Frame>
      <figcaption>
        <Button icon="expand" onClick={() => setIsLarge(true)}>
          Enlarge
        </Button>
        <SaveDiagram diagram={wide} title={title} />
      </figcaption>
      {isLarge && (
        <Suspense>
          <DiagramDialog diagram={wide} title={title} onClose={() => setIsLarge(false)} />
        </Suspense>
      )}
    </Figure>
  );
}
