import type { Plugin } from 'vite';

const original = "const style = document.createElement('style');";

/**
 * Stands for a style element whose text goes into a constructed sheet: a Content-Security-Policy
 * without `'unsafe-inline'` lets scripts write rules, but no style elements with text.
 */
const adoptedStyle = `
const adopted = new Map();
const abandon = (sheet) => {
  adopted.delete(sheet);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
};
function createAdoptedStyle(container) {
  for (const [sheet, use] of adopted) {
    if (use.container.isConnected) use.wasConnected = true;
    else if (use.wasConnected) abandon(sheet);
  }
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  adopted.set(sheet, { container, wasConnected: container.isConnected });
  const style = document.createElement('style');
  let text = '';
  Object.defineProperties(style, {
    sheet: { value: sheet },
    textContent: { get: () => text, set(value) { text = value; sheet.replaceSync(value); } },
    remove: { value() { abandon(sheet); Element.prototype.remove.call(style); } },
  });
  return style;
}
`;

/** Makes Monaco write its rules in the one way that the page's Content-Security-Policy allows. */
export function monacoStyles(): Plugin {
  return {
    name: 'monaco-styles',
    apply: 'build',
    transform: {
      filter: { id: /\/monaco-editor\/esm\/vs\/base\/browser\/domStylesheets\.js$/ },
      handler(code) {
        if (code.split(original).length !== 2) {
          this.error('monaco-editor makes style elements differently: review monacoStyles.ts');
        }
        return {
          code:
            code.replace(original, 'const style = createAdoptedStyle(container);') + adoptedStyle,
          map: null,
        };
      },
    },
  };
}
