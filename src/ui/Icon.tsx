import SvgIcon from '@mui/material/SvgIcon';
import { styled } from '@mui/material/styles';

const shapes = {
  add: 'M8 3v10M3 8h10',
  arrowRight: 'M3 8h10M9 4l4 4-4 4',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevronDown: 'M4 6l4 4 4-4',
  chevronRight: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  error: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  expand: 'M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5',
  external: 'M9 3h4v4M13 3 7.5 8.5M11 9v4H3V5h4',
  file: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.7v.4',
  link: 'M6.5 9.5l3-3M7 4.5 8.5 3a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  more: 'M8 2.7a.5.5 0 1 1 0 1 .5.5 0 0 1 0-1M8 7.5a.5.5 0 1 1 0 1 .5.5 0 0 1 0-1M8 12.3a.5.5 0 1 1 0 1 .5.5 0 0 1 0-1',
  moon: 'M13.5 9.6A5.9 5.9 0 0 1 6.4 2.5a5.9 5.9 0 1 0 7.1 7.1z',
  paste: 'M5.5 3h-2v11h9V3h-2M5.5 1.8h5v2.6h-5z',
  print: 'M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z',
  redo: 'M10.5 2.5l3 3-3 3M13.5 5.5H6.8a4 4 0 0 0 0 8H11',
  remove: 'M3 4.5h10M6.3 4.5v-2h3.4v2M4.5 4.5 5.2 14h5.6l.7-9.5M6.8 7v4.5M9.2 7v4.5',
  security: 'M8 1.6l5.2 2v4c0 3.2-2.2 5.6-5.2 6.8-3-1.2-5.2-3.6-5.2-6.8v-4zM8 5v3.4M8 10.6v.3',
  share: 'M8 9.5V1.8M5 4.5 8 1.8l3 2.7M4.5 7.5H3v6.7h10V7.5h-1.5',
  sun: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1',
  swap: 'M3 5.5h10M10 2.5l3 3-3 3M13 10.5H3M6 7.5l-3 3 3 3',
  system: 'M1.8 2.8h12.4v8H1.8zM5.5 13.8h5M8 10.8v3',
  terminal: 'M1.8 2.8h12.4v10.4H1.8zM4.5 6l2.5 2-2.5 2M8.5 10.5h3',
  undo: 'M5.5 2.5 2.5 5.5l3 3M2.5 5.5h6.7a4 4 0 0 1 0 8H5',
  upload: 'M8 10.5v-8M4.5 6 8 2.5 11.5 6M3 13.5h10',
  warning: 'M8 2 14.6 13.6H1.4zM8 6.4v3.4M8 11.6v.3',
} as const;

export type IconName = keyof typeof shapes;

const Drawing = styled(SvgIcon)({
  fontSize: '1rem',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});

export interface IconProps {
  readonly name: IconName;
  readonly size?: string;
  /** From the component that the icon stands in, which gives it its place. */
  readonly className?: string | undefined;
}

/** Decoration: what it says must also stand in text or in the control's label. */
export function Icon({ name, size, className }: IconProps) {
  return (
    <Drawing
      viewBox="0 0 16 16"
      className={className}
      {...(size !== undefined && { style: { fontSize: size } })}
    >
      <path d={shapes[name]} />
    </Drawing>
  );
}
