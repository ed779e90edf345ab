import { Language, Parser } from 'web-tree-sitter';

/** A parser of PowerShell, which reads scripts without running them. */
export async function powerShellParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load('node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'),
  );
  return parser;
}
