import { styleText } from 'node:util';
import type { Terminal } from './command';

type Style = 'red' | 'yellow' | 'cyan' | 'dim';

/** The text in a style where the terminal shows colours, else the text. */
export const paint = (style: Style, text: string, { hasColors }: Terminal): string =>
  hasColors ? styleText(style, text, { validateStream: false }) : text;
