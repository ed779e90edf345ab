import { keyframes } from '@emotion/react';
import { styled } from '@mui/material/styles';
import { theme } from '@/theme/theme';
import { tokenKinds } from './highlight';
import { hangingIndent, longestUnbroken } from './lineBreaks';

const fade = keyframes`to { background-color: transparent; }`;

/** How long a change stays marked, in milliseconds. */
export const changeMarkDuration = 1_600;

/** Width of the line numbers and of the folding marks beside them, in rem. */
export const gutter = 3.25;
/** The same without folding marks, where room is scarce. */
const narrowGutter = 2.25;
export const lineHeight = 1.125;
export const verticalPadding = 0.5;
const endPadding = 0.5;

/** Spaces; a line with a deeper indentation wraps without a hanging indent. */
const deepestIndent = 24;

const indents = Array.from({ length: deepestIndent }, (_, index) => index + 1);

/** The CSS class for a line with this many spaces of indentation. */
export const indentClass = (spaces: number): string | undefined =>
  spaces > 0 && spaces <= deepestIndent ? `code-indent-${spaces}` : undefined;

const { code, tone, control } = theme.vars.palette;

/**
 * The frame of a text and the styles of its content, in the plain view and in Monaco. The styles are an
 * object, which Emotion serializes once; a function would be evaluated at every render.
 */
export const CodeSurface = styled('div')({
  position: 'relative',
  overflow: 'hidden',
  containerType: 'inline-size',
  '--gutter': `${gutter}rem`,
  '@media (max-width: 600px)': { '--gutter': `${narrowGutter}rem` },
  color: code.text,
  backgroundColor: code.background,
  fontFamily: theme.typography.monospace,
  fontSize: '0.78125rem',
  lineHeight: `${lineHeight}rem`,
  '.code-scroll': {
    boxSizing: 'border-box',
    maxBlockSize: 'inherit',
    blockSize: '100%',
    overflow: 'auto',
    '&:focus-visible': { outlineOffset: '-2px' },
  },
  pre: {
    boxSizing: 'border-box',
    inlineSize: 'max-content',
    minInlineSize: '100%',
    margin: 0,
    paddingBlock: `${verticalPadding}rem`,
    font: 'inherit',
    tabSize: 2,
    counterReset: 'line',
  },
  code: { font: 'inherit' },
  '.code-wrap pre': { inlineSize: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' },
  // Lines wrap between their parts (lineBreaks.ts), with a hanging indent that leaves room for the longest
  // part. The indents are classes, since the Content-Security-Policy allows no style attributes in
  // prerendered markup.
  '.code-wrap .code-line': {
    '--hang': `clamp(${hangingIndent}ch, var(--indent, 0ch) + ${hangingIndent}ch, 100cqi - var(--gutter) - ${endPadding}rem - ${longestUnbroken}ch)`,
    paddingInlineStart: 'calc(var(--gutter) + var(--hang))',
    textIndent: 'calc(-1 * var(--hang))',
    '&::before, & > *': { textIndent: 0 },
  },
  '.code-part': { whiteSpace: 'pre' },
  // Too narrow for the longest part: then the text may break anywhere.
  '@container (max-width: 20rem)': { '.code-part': { whiteSpace: 'inherit' } },
  ...Object.fromEntries(
    indents.map((count) => [`.code-indent-${count}`, { '--indent': `${count}ch` }]),
  ),
  '.code-line': {
    display: 'block',
    minBlockSize: `${lineHeight}rem`,
    paddingInlineStart: 'var(--gutter)',
    paddingInlineEnd: `${endPadding}rem`,
    position: 'relative',
    '&::before': {
      counterIncrement: 'line',
      content: 'counter(line)',
      position: 'absolute',
      insetInlineStart: 0,
      inlineSize: '3ch',
      textAlign: 'end',
      color: code.lineNumber,
      WebkitUserSelect: 'none',
      userSelect: 'none',
    },
    '&.code-end::before': { content: 'none' },
  },
  '.code-mark': {
    backgroundColor: code.selection,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  // Neutral colours: an addition is not good and a removal not bad; the sign tells them apart.
  '.code-added': { backgroundColor: control.selectedSurface },
  '.code-taken': { backgroundColor: theme.vars.palette.sunken },
  ...Object.fromEntries(tokenKinds.map((kind) => [`.code-${kind}`, { color: code[kind] }])),
  '.code-changed': {
    backgroundColor: code.changed,
    borderRadius: 2,
    animation: `${fade} ${changeMarkDuration / 2}ms ease-in ${changeMarkDuration / 2}ms forwards`,
    '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
  },
  '.code-error, .code-warning, .code-info, .code-hint': {
    textDecoration: `underline wavy ${tone.info.border}`,
    textDecorationSkipInk: 'none',
  },
  '.code-error': { textDecorationColor: tone.error.border },
  '.code-warning': { textDecorationColor: tone.warning.border },
  '.code-token': {
    padding: 0,
    border: 0,
    borderRadius: 2,
    font: 'inherit',
    textAlign: 'start',
    WebkitUserSelect: 'text',
    userSelect: 'text',
    color: `${code.placeholder} !important`,
    backgroundColor: code.placeholderSurface,
    textDecoration: 'underline dotted',
    textUnderlineOffset: '0.2em',
    cursor: 'pointer',
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  '.code-editor': { position: 'absolute', inset: 0 },
  '.code-editor-pending': { visibility: 'hidden' },
  '.code-token-links': {
    position: 'absolute',
    insetBlockStart: 0,
    insetInlineEnd: 0,
    zIndex: 5,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '&:not(:focus-within)': {
      inlineSize: 1,
      blockSize: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    '&:focus-within': {
      padding: '0.5rem',
      backgroundColor: code.background,
      border: `1px solid ${control.border}`,
      borderRadius: theme.vars.shape.borderRadius,
    },
  },
  textarea: {
    boxSizing: 'border-box',
    display: 'block',
    inlineSize: '100%',
    blockSize: '100%',
    paddingBlock: `${verticalPadding}rem`,
    paddingInline: `var(--gutter) ${endPadding}rem`,
    border: 0,
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    resize: 'none',
    whiteSpace: 'pre',
    overflow: 'auto',
    '&:focus-visible': { outlineOffset: '-2px' },
  },
  '.code-notice': {
    margin: 0,
    padding: '0.25rem 1rem',
    fontFamily: theme.typography.fontFamily,
    color: theme.vars.palette.text.secondary,
  },
});
