import { useId } from 'react';
import { styled } from '@mui/material/styles';
import { pngOfSvg } from '@/browser/rasterize';
import { DownloadButton } from '@/ui/DownloadButton';
import { diagramSvg, type AccessDiagram, type DiagramShape } from './accessDiagram';
import { theme } from '@/theme/theme';

const Figure = styled('figure')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  '& > div:first-of-type': {
    overflowX: 'auto',
    padding: theme.spacing(2),
    backgroundColor: theme.vars.palette.background.paper,
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: theme.vars.shape.borderRadius,
  },
  '& > div:last-of-type': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const { palette } = theme.vars;

const Picture = styled('svg')(({ theme }) => ({
  display: 'block',
  marginInline: 'auto',
  fontFamily: theme.typography.fontFamily,
  '& rect': { fill: palette.background.default, stroke: palette.control.border },
  '& path': { fill: 'none', stroke: palette.primary.main, strokeWidth: 1.5 },
  '& .open': { strokeDasharray: '4 3' },
  '& .title': { fill: palette.text.primary, fontSize: '12px', fontWeight: 600 },
  '& .note': { fill: palette.text.secondary, fontSize: '11px' },
  '@media (forced-colors: active)': {
    '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
    '& path': { stroke: 'CanvasText' },
    '& text': { fill: 'CanvasText' },
  },
}));

interface DiagramViewProps {
  readonly diagram: AccessDiagram;
  readonly title: string;
  /** The id of the text that says the same. */
  readonly describedBy: string;
}

/** The picture on the page, and as a file. */
export function DiagramView({ diagram, title, describedBy }: DiagramViewProps) {
  const titleId = useId();
  const { width, height, shapes } = diagram;
  return (
    <Figure>
      {/* A wide picture scrolls; the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} role="group" aria-labelledby={titleId}>
        <Picture
          role="img"
          aria-labelledby={titleId}
          aria-describedby={describedBy}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <title id={titleId}>{title}</title>
          {shapes.map((shape, i) => (
            <Shape key={i} shape={shape} />
          ))}
        </Picture>
      </div>
      <div>
        <DownloadButton
          label="Download SVG"
          size="small"
          getFile={() => ({
            name: 'access.svg',
            contents: diagramSvg(diagram, title),
            mime: 'image/svg+xml',
          })}
        />
        <DownloadButton
          label="Download PNG"
          size="small"
          getFile={async () => ({
            name: 'access.png',
            contents: await pngOfSvg(diagramSvg(diagram, title), diagram),
            mime: 'image/png',
          })}
        />
      </div>
    </Figure>
  );
}

function Shape({ shape }: { readonly shape: DiagramShape }) {
  switch (shape.kind) {
    case 'box': {
      const { kind: _, isOpen, ...place } = shape;
      return <rect {...place} rx={6} className={isOpen ? 'open' : undefined} />;
    }
    case 'arrow':
      return <path d={shape.points} className={shape.isOpen ? 'open' : undefined} />;
    case 'text':
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={shape.look}>
          {shape.text}
        </text>
      );
  }
}
