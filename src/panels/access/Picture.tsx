import { styled } from '@mui/material/styles';
import { fontSizes, type Diagram, type DiagramShape } from './diagram';

/** In the colours of the page; shrinks with its container and never grows beyond its own width. */
const Svg = styled('svg')(({ theme }) => ({
  display: 'block',
  inlineSize: '100%',
  blockSize: 'auto',
  marginInline: 'auto',
  overflow: 'visible',
  fontFamily: theme.typography.fontFamily,
  '& rect': {
    fill: theme.vars.palette.background.default,
    stroke: theme.vars.palette.control.border,
  },
  '& path': { fill: 'none', stroke: theme.vars.palette.primary.main, strokeWidth: 1.5 },
  '& .open': { strokeDasharray: '4 3' },
  '& .title': {
    fill: theme.vars.palette.text.primary,
    fontSize: `${fontSizes.title}px`,
    fontWeight: 600,
  },
  '& .note': { fill: theme.vars.palette.text.secondary, fontSize: `${fontSizes.note}px` },
  '@media (forced-colors: active)': {
    '& rect': { fill: 'Canvas', stroke: 'CanvasText' },
    '& path': { stroke: 'CanvasText' },
    '& text': { fill: 'CanvasText' },
  },
}));

interface PictureProps {
  readonly diagram: Diagram;
  readonly title: string;
  readonly className?: string | undefined;
}

export function Picture({ diagram: { width, height, shapes }, title, className }: PictureProps) {
  return (
    <Svg
      role="img"
      aria-label={title}
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxInlineSize: width }}
    >
      {shapes.map((shape, i) => (
        <Shape key={i} shape={shape} />
      ))}
    </Svg>
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
        <text x={shape.x} y={shape.y} className={shape.look}>
          {shape.text}
        </text>
      );
  }
}
