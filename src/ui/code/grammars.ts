import { jsonGrammar, type CodeLanguage, type Grammar } from './highlight';

const shell: Grammar = {
  root: [
    { match: /(?<=^|\s)#.*/y, kind: 'comment' },
    { match: /<<-?\s*(['"]?)(?<terminator>\w+)\1/y, kind: 'keyword', opensHereDocument: true },
    { match: /'/y, kind: 'string', next: 'single' },
    { match: /"/y, kind: 'string', next: 'double' },
    { match: /\$(?:\{[^}]*\}|\w+|[?#@*!$-])/y, kind: 'variable' },
    { match: /\w+(?==)/y, kind: 'variable' },
    {
      match:
        /\b(?:if|then|elif|else|fi|for|in|while|until|do|done|case|esac|export|set|local|return|exit|trap|readonly|unset|function)\b(?![-.=/])/y,
      kind: 'keyword',
    },
    { match: /(?<=\s)--?[A-Za-z][\w-]*/y, kind: 'option' },
    { match: /(?<=^\s*|[|;&({!]\s*|\b(?:then|else|do|if)\s+)[\w./][\w./-]*/y, kind: 'command' },
    { match: /\b\d+\b/y, kind: 'number' },
    { match: /\$\(|[\\|&;<>(){}[\]=]+/y, kind: 'punctuation' },
    { match: /[\w./:@%+,-]+|\s+/y },
  ],
  single: [
    { match: /[^']+/y, kind: 'string' },
    { match: /'/y, kind: 'string', next: 'root' },
  ],
  double: [
    { match: /\$(?:\{[^}]*\}|\w+|[?#@*!$-])/y, kind: 'variable' },
    { match: /(?:[^"\\$]|\\.|\$(?=[^\w{?#@*!$-]))+|\\$/y, kind: 'string' },
    { match: /"/y, kind: 'string', next: 'root' },
    { match: /[\s\S]/y, kind: 'string' },
  ],
};

const powershell: Grammar = {
  root: [
    { match: /<#/y, kind: 'comment', next: 'comment' },
    { match: /#.*/y, kind: 'comment' },
    { match: /@'$/y, kind: 'string', next: 'hereString' },
    { match: /@"$/y, kind: 'string', next: 'expandingHereString' },
    { match: /'/y, kind: 'string', next: 'single' },
    { match: /"/y, kind: 'string', next: 'double' },
    { match: /\$(?:\{[^}]*\}|(?:\w+:)?\w+|[?^$])/y, kind: 'variable' },
    {
      match:
        /\b(?:if|elseif|else|foreach|for|while|do|switch|function|param|return|throw|try|catch|finally|exit|break|continue|in|begin|process|end)\b(?!-)/iy,
      kind: 'keyword',
    },
    { match: /\b[A-Z][A-Za-z]+-[A-Z]\w+/y, kind: 'command' },
    { match: /(?<=[\s(])--?[A-Za-z][\w-]*/y, kind: 'option' },
    { match: /(?<=^\s*|[|;&({=]\s*)[A-Za-z][\w.-]*(?!\s*=)/y, kind: 'command' },
    { match: /\w+(?=\s*=)/y, kind: 'key' },
    { match: /\b\d+\b/y, kind: 'number' },
    { match: /[`|&;<>(){}[\]=@,.]+/y, kind: 'punctuation' },
    { match: /[\w/:%+-]+|\s+/y },
  ],
  comment: [
    { match: /#>/y, kind: 'comment', next: 'root' },
    { match: /[^#]+|#/y, kind: 'comment' },
  ],
  single: [
    { match: /(?:[^']|'')+/y, kind: 'string' },
    { match: /'/y, kind: 'string', next: 'root' },
  ],
  double: [
    { match: /\$(?:\{[^}]*\}|(?:\w+:)?\w+)/y, kind: 'variable' },
    { match: /(?:[^"`$]|`.|""|\$(?=[^\w{]))+/y, kind: 'string' },
    { match: /"/y, kind: 'string', next: 'root' },
    { match: /[\s\S]/y, kind: 'string' },
  ],
  hereString: [
    { match: /^'@/y, kind: 'string', next: 'root' },
    { match: /.+/y, kind: 'string' },
  ],
  expandingHereString: [
    { match: /^"@/y, kind: 'string', next: 'root' },
    { match: /\$(?:\{[^}]*\}|(?:\w+:)?\w+)/y, kind: 'variable' },
    { match: /[^$]+|\$/y, kind: 'string' },
  ],
};

const hcl: Grammar = {
  root: [
    { match: /(?:#|\/\/).*/y, kind: 'comment' },
    { match: /\/\*/y, kind: 'comment', next: 'comment' },
    { match: /<<[-~]?(?<terminator>\w+)/y, kind: 'keyword', opensHereDocument: true },
    { match: /"/y, kind: 'string', next: 'string' },
    { match: /\b(?:true|false|null|for|in|if)\b/y, kind: 'keyword' },
    { match: /(?<=^\s*)[A-Za-z_][\w-]*(?=(?:\s+"[^"]*")*\s*\{)/y, kind: 'keyword' },
    { match: /[A-Za-z_][\w-]*(?=\s*=(?![=>]))/y, kind: 'key' },
    { match: /[A-Za-z_]\w*(?=\()/y, kind: 'command' },
    { match: /[A-Za-z_][\w-]*(?:\.[\w-]+)+/y, kind: 'variable' },
    { match: /\b\d+(?:\.\d+)?\b/y, kind: 'number' },
    { match: /[{}[\](),=<>!?:&|.*+/-]+/y, kind: 'punctuation' },
    { match: /[\w-]+|\s+/y },
  ],
  comment: [
    { match: /\*\//y, kind: 'comment', next: 'root' },
    { match: /[^*]+|\*/y, kind: 'comment' },
  ],
  string: [
    { match: /(?:[^"\\$%]|\\.|\$\$|%%|[$%](?!\{))+/y, kind: 'string' },
    { match: /[$%]\{[^}]*\}/y, kind: 'variable' },
    { match: /"/y, kind: 'string', next: 'root' },
    { match: /[\s\S]/y, kind: 'string' },
  ],
};

const yaml: Grammar = {
  root: [
    { match: /(?<=^|\s)#.*/y, kind: 'comment' },
    { match: /^(?:---|\.\.\.)(?=\s|$)/y, kind: 'punctuation' },
    { match: /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*:(?:\s|$))/y, kind: 'key' },
    { match: /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?/y, kind: 'string' },
    {
      match: /[^\s#"'{}[\],&*!|>%@`:-][^\s#:,{}[\]]*(?: [^\s#:,{}[\]]+)*(?=\s*:(?:\s|$))/y,
      kind: 'key',
    },
    { match: /-(?=\s|$)|[:?](?=\s|$)|[{}[\],]|[|>][+-]?\d?(?=\s*$)/y, kind: 'punctuation' },
    { match: /![\w:.]*/y, kind: 'command' },
    { match: /[&*]\w+/y, kind: 'variable' },
    { match: /-?\d+(?:\.\d+)?(?=\s*(?:$|[,\]}#]))/y, kind: 'number' },
    { match: /(?:true|false|null|~)(?=\s*(?:$|[,\]}#]))/y, kind: 'keyword' },
    { match: /\s+/y },
    { match: /[^\s,{}[\]]+/y, kind: 'string' },
  ],
};

const markdown: Grammar = {
  root: [
    { match: /^\s*(?:```|~~~).*/y, kind: 'punctuation', next: 'fence' },
    { match: /^#{1,6}\s.*/y, kind: 'keyword' },
    { match: /^\s*(?:[-*+]|\d+\.)(?=\s)/y, kind: 'punctuation' },
    { match: /^\s*>/y, kind: 'punctuation' },
    { match: /`[^`]+`/y, kind: 'string' },
    { match: /\*\*[^*]+\*\*/y, kind: 'command' },
    { match: /\[[^\]]*\]\([^)]*\)|<?https?:\/\/[^\s>)]+>?/y, kind: 'option' },
    { match: /\|/y, kind: 'punctuation' },
    { match: /[^`*[|<h]+|[\s\S]/y },
  ],
  fence: [
    { match: /^\s*(?:```|~~~)\s*$/y, kind: 'punctuation', next: 'root' },
    { match: /.+/y, kind: 'string' },
  ],
};

const typescript: Grammar = {
  root: [
    { match: /\/\/.*/y, kind: 'comment' },
    { match: /\/\*/y, kind: 'comment', next: 'comment' },
    { match: /(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?=\s*:)/y, kind: 'key' },
    { match: /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/y, kind: 'string' },
    { match: /`/y, kind: 'string', next: 'template' },
    {
      match:
        /\b(?:import|export|from|as|const|let|var|class|extends|implements|interface|type|constructor|super|new|return|if|else|for|of|in|function|readonly|public|private|protected|static|this|true|false|null|undefined|async|await|throw|default|void|string|number|boolean)\b/y,
      kind: 'keyword',
    },
    { match: /\b\d[\d_]*(?:\.\d+)?\b/y, kind: 'number' },
    { match: /[A-Za-z_$][\w$]*(?=\s*\??:(?!:))/y, kind: 'key' },
    { match: /[A-Za-z_$][\w$]*(?=\()/y, kind: 'command' },
    { match: /[{}[\]();:,.<>=!?&|+*/%@-]+/y, kind: 'punctuation' },
    { match: /[\w$]+|\s+/y },
  ],
  comment: [
    { match: /\*\//y, kind: 'comment', next: 'root' },
    { match: /[^*]+|\*/y, kind: 'comment' },
  ],
  template: [
    { match: /(?:[^`\\$]|\\.|\$(?!\{))+/y, kind: 'string' },
    { match: /\$\{[^}]*\}/y, kind: 'variable' },
    { match: /`/y, kind: 'string', next: 'root' },
    { match: /[\s\S]/y, kind: 'string' },
  ],
};

export const grammars: Readonly<Record<CodeLanguage, Grammar>> = {
  json: jsonGrammar,
  yaml,
  hcl,
  shell,
  powershell,
  markdown,
  typescript,
  plaintext: { root: [{ match: /[^{]+|\{/y }] },
};
