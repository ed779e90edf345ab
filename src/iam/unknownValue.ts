/**
 * Values that a tool fills in later: a Terraform expression, a CloudFormation function, a placeholder
 * of a template. Readers mark them by private-use characters (`hole` of `syntax/holes`); `${name}`,
 * `{{name}}` and `<name>` in a text count as well. An answer that depends on such a value is not decided, and names the value.
 */

const unknownParts =
  /\uE000([^\uE000\uE001]*)\uE001|\{\{([^{}]{1,100})\}\}|<([A-Za-z][\w .:-]{0,60})>|\$\{(?!\s{0,9}[*?$]\s{0,9}\})([^{}:]{0,200}|AWS::[^{}]{0,60}|[^{}:[]{0,200}\[[^{}]{0,400})\}/g;

/** Characters of which every unknown part has at least one. */
const signs = /[\uE000<{]/;

/** Whether some part of the text is not filled in. */
export function isUnknownValue(text: string): boolean {
  return signs.test(text) && text.search(unknownParts) !== -1;
}

/** Literal texts and the names of unknown parts, in their order. */
export type ValuePart = { readonly text: string } | { readonly unknown: string };

export function valueParts(text: string): readonly ValuePart[] {
  if (!signs.test(text)) return [{ text }];
  const parts: ValuePart[] = [];
  let end = 0;
  for (const match of text.matchAll(unknownParts)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ unknown: match.slice(1).find((name) => name !== undefined) ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end) });
  return parts;
}

/** The names of the unknown parts, each once. */
export function unknownNames(text: string): readonly string[] {
  return [
    ...new Set(valueParts(text).flatMap((part) => ('unknown' in part ? [part.unknown] : []))),
  ];
}

/** The text as it is shown to people: each unknown part as `⟨name⟩`. */
export function showUnknown(text: string): string {
  return text.replaceAll('\uE000', '⟨').replaceAll('\uE001', '⟩');
}
