import type { Plugin } from 'vite';

/** An empty class that may stand for a service or view which nothing on the page can reach. */
const unreachable = (...names: string[]): string =>
  names.map((name) => `export class ${name} {}`).join('\n');

/**
 * Modules of monaco-editor's core which its supported entry point `monaco-editor/editor` imports
 * unconditionally though no option or feature of this application can reach them, and what stands
 * in their place.
 */
const replacements: Readonly<Record<string, string>> = {
  // The command palette: no `quickCommand`, `quickOutline` or `gotoLine` feature is loaded.
  'editor/standalone/browser/quickInput/standaloneQuickInputService.js': unreachable(
    'QuickInputEditorContribution',
    'QuickInputEditorWidget',
    'StandaloneQuickInputService',
  ),
  // Trees and tables: only the command palette and the "peek references" view draw them.
  'platform/list/browser/listService.js': `
    import { createDecorator } from '../../instantiation/common/instantiation.js';
    import { RawContextKey } from '../../contextkey/common/contextkey.js';
    export const IListService = createDecorator('listService');
    ${unreachable('ListService', 'WorkbenchAsyncDataTree')}
export const WorkbenchListFocusContextKey = new RawContextKey('listFocus', false);
    export const WorkbenchTreeElementCanCollapse = new RawContextKey('treeElementCanCollapse', false);
    export const WorkbenchTreeElementCanExpand = new RawContextKey('treeElementCanExpand', false);`,
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js':
    unreachable('MultiDiffEditorWidget'),
  // `minimap: { enabled: false }`; the view still asks for the part and its element.
  'editor/browser/viewParts/minimap/minimap.js': `
    import { createFastDomNode } from '../../../../base/browser/fastDomNode.js';
    import { ViewPart } from '../../view/viewPart.js';
    export class Minimap extends ViewPart {
      getDomNode() { return (this.node ??= createFastDomNode(document.createElement('div'))); }
      prepareRender() {}
      render() {}
    }`,
  // `experimentalGpuAcceleration` is off.
  'editor/browser/gpu/viewGpuContext.js': unreachable('ViewGpuContext'),
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js': unreachable('ViewLinesGpu'),
  'editor/browser/viewParts/rulersGpu/rulersGpu.js': unreachable('RulersGpu'),
  'editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js': unreachable(
    'TreeSitterSyntaxTokenBackend',
  ),
  // Monarch grammars: tokens come from `src/ui/code/highlight`.
  'editor/standalone/common/monarch/monarchCompile.js': 'export const compile = undefined;',
  'editor/standalone/common/monarch/monarchLexer.js': unreachable('MonarchTokenizer'),
  // The `contextmenu` feature is not loaded: the browser's own menu shows.
  'platform/contextview/browser/contextMenuHandler.js': `
    export class ContextMenuHandler { configure() {} }`,
  // Explanations are plain text: no Markdown parser, no HTML, so no sanitizer either. A backslash
  // before punctuation is taken away, as in Markdown.
  'base/browser/markdownRenderer.js': `
    const plain = (text) => text.replace(/\\\\([!-/:-@[-\`{-~])/g, '$1');
    export const renderAsPlaintext = (value) =>
      typeof value === 'string' ? value : plain(value.value);
    export function renderMarkdown(markdown, options, target) {
      const element = target ?? document.createElement('div');
      element.replaceChildren(
        ...markdown.value.split(/\\n{2,}/).map((text) => {
          const paragraph = document.createElement('p');
          paragraph.textContent = plain(text);
          return paragraph;
        }),
      );
      return { element, dispose() {} };
    }`,
  // Copying is the browser's own. In Safari this service would begin to write to the clipboard at
  // every click in an editor; what is left serves the find box and the copy button of explanations.
  'platform/clipboard/browser/clipboardService.js': `
    import { Disposable } from '../../../base/common/lifecycle.js';
    export class BrowserClipboardService extends Disposable {
      findText = '';
      triggerPaste() {}
      writeText(text) { return navigator.clipboard.writeText(text); }
      async readText() { return ''; }
      async readFindText() { return this.findText; }
      async writeFindText(text) { this.findText = text; }
      async readResources() { return []; }
      async writeResources() {}
      async hasResources() { return false; }
      clearInternalState() {}
    }`,
  // Select boxes in toolbars, and the virtual list that draws their choices.
  'base/browser/ui/selectBox/selectBox.js': unreachable('SelectBox', 'SeparatorSelectOption'),
  // Starts only when a developer tool of VS Code attaches itself.
  'base/common/observableInternal/logging/debugger/devToolsLogger.js':
    unreachable('DevToolsLogger'),
  // `diffAlgorithm: 'advanced'`.
  'editor/common/diff/legacyLinesDiffComputer.js': unreachable(
    'LegacyLinesDiffComputer',
    'DiffComputer',
  ),
};

/**
 * Leaves out of the build what monaco-editor's core imports but this application never reaches.
 * Throws when a module is no longer where it was, so that an update of monaco-editor is noticed.
 */
export function trimMonaco(): Plugin {
  const root = '/monaco-editor/esm/vs/';
  const replaced = new Set<string>();
  let isMonacoUsed = false;
  return {
    name: 'trim-monaco',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      replaced.clear();
      isMonacoUsed = false;
    },
    load: {
      filter: { id: /\/monaco-editor\/esm\/vs\// },
      handler(id) {
        isMonacoUsed = true;
        const path = id.slice(id.lastIndexOf(root) + root.length);
        const code = replacements[path];
        if (code === undefined) return null;
        replaced.add(path);
        return { code, moduleSideEffects: false };
      },
    },
    buildEnd(error) {
      if (error || !isMonacoUsed) return;
      const missing = Object.keys(replacements).filter((path) => !replaced.has(path));
      if (missing.length > 0) {
        this.error(`monaco-editor no longer loads ${missing.join(', ')}: review trimMonaco.ts`);
      }
    },
  };
}
