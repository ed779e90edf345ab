import type { Tag } from '@/iam/role';

/** Characters; a longer text is not read as tags. 50 tags of IAM are far shorter. */
const maxLength = 50_000;

/**
 * Reads tags from pasted lines: `key=value`, `key<Tab>value`, or the AWS CLI’s `Key=k,Value=v`. Returns
 * none if a line has another form, so that ordinary text is pasted as it is.
 */
export function readPastedTags(text: string): readonly Tag[] {
  if (text.length > maxLength) return [];
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const tags = lines.map(readLine);
  const found = tags.filter((tag) => tag !== undefined);
  return found.length === tags.length ? found : [];
}

function readLine(line: string): Tag | undefined {
  const shorthand = /^ *Key=([^,]+),\s*Value=(.*)$/.exec(line);
  if (shorthand) return { key: (shorthand[1] ?? '').trim(), value: (shorthand[2] ?? '').trim() };
  const at = line.includes('\t') ? line.indexOf('\t') : line.indexOf('=');
  if (at <= 0) return undefined;
  return { key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
}
