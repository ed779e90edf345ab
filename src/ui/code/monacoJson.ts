import { languages, Range, type editor, type IDisposable } from 'monaco-editor/editor';
import type { JsonAssistance } from './jsonAssistance';

/** Registers completion and hover for one model. */
export function assist(
  model: editor.ITextModel,
  current: () => JsonAssistance | undefined,
): IDisposable {
  const rangeOf = (start: number, end: number): Range =>
    Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  const selector = { language: 'json', pattern: model.uri.path };
  const completion = languages.registerCompletionItemProvider(selector, {
    triggerCharacters: ['"', ':', '/'],
    provideCompletionItems(asked, position) {
      const complete = current()?.complete(asked.getValue(), asked.getOffsetAt(position)) ?? [];
      // Monaco accepts only suggestions that replace text on a single line.
      const found = complete.filter(({ start, end }) => rangeOf(start, end).isSingleLine());
      return {
        suggestions: found.map(({ label, start, end, ...item }, index) => ({
          label,
          kind: languages.CompletionItemKind.Value,
          insertText: item.insertText ?? label,
          filterText: asked.getValueInRange(rangeOf(start, end)).startsWith('"')
            ? `"${label}"`
            : label,
          range: rangeOf(start, end),
          // Keeps the given order; Monaco would sort alphabetically.
          sortText: String(index).padStart(6, '0'),
          ...(item.detail !== undefined && { detail: item.detail }),
          ...(item.documentation !== undefined && { documentation: item.documentation }),
        })),
      };
    },
  });
  const hover = languages.registerHoverProvider(selector, {
    provideHover(asked, position) {
      const found = current()?.hover(asked.getValue(), asked.getOffsetAt(position));
      if (!found) return null;
      return {
        range: rangeOf(found.start, found.end),
        contents: found.text.split('\n').map((line) => ({ value: escapeMarkdown(line) })),
      };
    },
  });
  return {
    dispose() {
      completion.dispose();
      hover.dispose();
    },
  };
}

/** Escapes Markdown: hovers may quote pasted text, which must not become links or images. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>&|~]/g, '\\$&');
