import { JsonParser, type ParsedJson } from './jsonParser';

const maxDocuments = 1_000;

/**
 * Reads JSON as people paste it: from a chat, a web page, a word processor, a program's source. Of
 * JSON it makes the same value as `JSON.parse`; of the rest the likeliest one, with an issue and a
 * repair for each deviation. Never throws; takes time in proportion to the text.
 */
export function parseJson(text: string): ParsedJson {
  const parser = new JsonParser(text, 0);
  if (parser.findRoot()) {
    parser.parseDocument();
    parser.refuseRest();
  }
  return parser.result();
}

/**
 * The objects and lists of a text that holds several, whatever else stands between them; at most
 * 1,000.
 */
export function parseJsonDocuments(text: string): readonly ParsedJson[] {
  const documents: ParsedJson[] = [];
  const bracket = /[[{]/g;
  while (documents.length < maxDocuments && bracket.test(text)) {
    const parser = new JsonParser(text, bracket.lastIndex - 1);
    parser.parseDocument();
    const document = parser.result();
    if (document.value !== undefined) documents.push(document);
    bracket.lastIndex = Math.max(bracket.lastIndex, parser.stoppedAt);
  }
  return documents;
}
