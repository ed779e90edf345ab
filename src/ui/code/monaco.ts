// The supported entry points of monaco-editor: nothing else of the package is loaded. All features
// are here, since Monaco collects their services once, when its first editor is made.
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
// The list of suggestions, which `features/suggest/register` of 0.57 leaves out. The one feature that
// brings it along is `inlineCompletions`: 65 kB more, and two more Trusted Types policies.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { editor, languages, type IRange } from 'monaco-editor/editor';
import type { CodeColours, Tone, ToneColours } from '@/theme/tokens';
import { clipboardService } from './clipboardService';
import { createEditorWorker } from './editorWorker';
import { grammars } from './grammars';
import {
  codeLanguages,
  firstMode,
  tokenizeLine,
  tokenKinds,
  type CodeLanguage,
  type TokenKind,
} from './highlight';
import type { EditorRange } from './textRange';

/** Scope names of tokens. Monaco ignores brackets in scopes named `string` or `comment`. */
const scopes: Readonly<Record<TokenKind, string>> = {
  key: 'string.key',
  string: 'string',
  number: 'number',
  keyword: 'keyword',
  comment: 'comment',
  punctuation: 'delimiter',
  command: 'command',
  option: 'option',
  variable: 'variable',
  placeholder: 'placeholder',
};

class Mode implements languages.IState {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  clone(): Mode {
    return this;
  }
  equals(other: languages.IState): boolean {
    return other instanceof Mode && other.name === this.name;
  }
}

/** The same tokens as in the plain view. */
const tokensProvider = (language: CodeLanguage): languages.TokensProvider => ({
  getInitialState: () => new Mode(firstMode),
  tokenize(line, state) {
    const mode = state instanceof Mode ? state.name : firstMode;
    const { tokens, end } = tokenizeLine(grammars[language], line, mode);
    return {
      tokens: tokens.map(({ start, kind }) => ({
        startIndex: start,
        scopes: kind === undefined ? '' : scopes[kind],
      })),
      endState: new Mode(end),
    };
  },
});

const brackets: languages.CharacterPair[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
];

globalThis.MonacoEnvironment = { getWorker: createEditorWorker };

// Monaco takes its services only from the options of the first editor that is created.
editor.create(document.createElement('div'), { model: null }, { clipboardService }).dispose();

for (const id of codeLanguages) {
  languages.register({ id });
  languages.setTokensProvider(id, tokensProvider(id));
  languages.setLanguageConfiguration(id, {
    brackets,
    autoClosingPairs: [...brackets, ['"', '"']].map(([open = '', close = '']) => ({ open, close })),
  });
}

const hex = (colour: string): string => colour.slice(1);

/** The part of the page's palette that an editor shows. */
export interface PageColours {
  readonly code: CodeColours;
  readonly tone: Readonly<Record<Tone, ToneColours>>;
}

export type ColourScheme = 'light' | 'dark';

/** Monaco has one theme for all its editors; with forced colours it chooses its own. */
export function applyColours(scheme: ColourScheme, { code: colours, tone }: PageColours): void {
  editor.defineTheme('page', {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: hex(colours.text), background: hex(colours.background) },
      ...tokenKinds.map((kind) => ({ token: scopes[kind], foreground: hex(colours[kind]) })),
    ],
    colors: {
      'editor.background': colours.background,
      'editor.foreground': colours.text,
      'editorLineNumber.foreground': colours.lineNumber,
      'editorLineNumber.activeForeground': colours.lineNumber,
      'editor.selectionBackground': colours.selection,
      'editorCursor.foreground': colours.text,
      'editorWidget.background': colours.background,
      'editorWidget.foreground': colours.text,
      'editorWidget.border': colours.lineNumber,
      'input.background': colours.background,
      'input.foreground': colours.text,
      'input.border': colours.lineNumber,
      'list.hoverBackground': colours.changed,
      'editorSuggestWidget.selectedBackground': colours.selection,
      'editorSuggestWidget.selectedForeground': colours.text,
      'editorSuggestWidget.highlightForeground': colours.keyword,
      'editorSuggestWidget.focusHighlightForeground': colours.keyword,
      'editorBracketMatch.border': colours.lineNumber,
      'editorBracketMatch.background': colours.changed,
      'editor.findMatchBackground': colours.placeholderSurface,
      'editor.findMatchHighlightBackground': colours.changed,
      'editorError.foreground': tone.error.border,
      'editorWarning.foreground': tone.warning.border,
      'editorInfo.foreground': tone.info.border,
      'editorHint.foreground': tone.info.border,
      'editorHoverWidget.background': colours.background,
      'editorHoverWidget.foreground': colours.text,
      'editorHoverWidget.border': colours.lineNumber,
      // A change is neither good nor bad: the sign says which side it is on.
      'diffEditor.insertedTextBackground': `${colours.key}40`,
      'diffEditor.removedTextBackground': `${colours.lineNumber}40`,
      'diffEditor.insertedLineBackground': `${colours.key}1c`,
      'diffEditor.removedLineBackground': `${colours.lineNumber}1c`,
      focusBorder: colours.key,
    },
  });
  editor.setTheme('page');
}

/** The font and position of the plain view, so that nothing shifts when Monaco is shown. */
export function measuresOf(container: HTMLElement): editor.IEditorOptions {
  const style = getComputedStyle(container);
  const padding = (Number.parseFloat(style.lineHeight) * 2) / 5;
  return {
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    lineHeight: Number.parseFloat(style.lineHeight),
    padding: { top: padding, bottom: padding },
  };
}

/** Options of every editor. */
export const commonOptions: editor.IStandaloneEditorConstructionOptions = {
  // Panes change their size with their neighbours, not only with the window.
  automaticLayout: true,
  // Tab moves the focus out of the editor: WCAG 2.1.2, no keyboard trap.
  tabFocusMode: true,
  // The browser's context menu can copy and search.
  contextmenu: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  // Wrap as in the plain view: behind colons, slashes and blanks, with a hanging indent.
  wordWrapBreakAfterCharacters: ':/ ',
  wordWrapBreakBeforeCharacters: '',
  wrappingIndent: 'indent',
  // At the ends of the text, the page scrolls instead of the editor.
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    useShadows: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
  },
  // Marks that the plain view does not have.
  renderLineHighlight: 'none',
  renderFinalNewline: 'off',
  renderWhitespace: 'none',
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  lineNumbersMinChars: 3,
  glyphMargin: false,
  // Folding by indentation needs no language.
  folding: true,
  foldingStrategy: 'indentation',
  // Also in read-only texts.
  renderValidationDecorations: 'on',
  // Pasted text is not code of this page: no links out of it, no colour boxes in it.
  links: false,
  colorDecorators: false,
  // Words of the text are no useful suggestions.
  wordBasedSuggestions: 'off',
  // Hovers and suggestions may extend beyond the pane.
  fixedOverflowWidgets: true,
};

export const monacoRange = (range: EditorRange): IRange => ({
  startLineNumber: range.startLine,
  startColumn: range.startColumn,
  endLineNumber: range.endLine,
  endColumn: range.endColumn,
});

/** Aligns the start of the text with that in the plain view. */
export function alignGutter(shown: editor.IStandaloneCodeEditor, contentLeft: number): void {
  const layout = shown.getLayoutInfo();
  const missing = contentLeft - layout.contentLeft;
  if (missing === 0) return;
  // The decorations' width includes the folding marks, which the option leaves out.
  const current = shown.getOption(editor.EditorOption.lineDecorationsWidth);
  shown.updateOptions({ lineDecorationsWidth: Math.max(0, current + missing) });
}
