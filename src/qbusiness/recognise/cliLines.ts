import { RESOURCE_ID } from '../resourceId';
import { identityTypes } from './identityType';
import type { CliMember, CliRecord } from './cliRecords';

const wholeId = new RegExp(`^${RESOURCE_ID}$`);
const statuses = /^(?:CREATING|ACTIVE|DELETING|FAILED|UPDATING|PENDING_AUTH_CONFIG)$/;
const date = /^\d{4}-\d\d-\d\dT/;

/**
 * Output of the AWS CLI in its format `text`: values without names, in the order of the names,
 * separated by tabs, or by spaces if copied from a terminal.
 */
export function readCliLines(text: string): readonly CliRecord[] {
  const records: CliRecord[] = [];
  for (const { 0: line, index: start } of text.matchAll(/^[^\n]+/gm)) {
    const words = line.trim().split(/\s+/);
    const end = start + line.length;
    const before = records.at(-1);
    if (words[0] === 'ORIGINS' && before?.members.webExperienceId !== undefined) {
      records[records.length - 1] = {
        ...before,
        origins: [...before.origins, ...words.slice(1)],
        end,
      };
      continue;
    }
    const members = readLine(words);
    if (members) records.push({ members, origins: [], start, end });
  }
  return records;
}

type Members = Readonly<Partial<Record<CliMember, string>>>;

function readLine(words: readonly string[]): Members | undefined {
  const [first = '', second = '', third = ''] = words;
  if (/^\d{12}$/.test(first) && /^arn:aws[a-z-]*:(?:sts|iam)::/.test(second) && third !== '') {
    return { Account: first, Arn: second, UserId: third };
  }
  const identityType = words.find((word) => identityTypes.includes(word));
  const status = words.find((word) => statuses.test(word));
  if (status === undefined) return undefined;
  if (first === 'APPLICATIONS' && wholeId.test(second) && identityType !== undefined) {
    const displayName = words[words.indexOf(identityType) - 1] ?? '';
    return { applicationId: second, displayName, identityType, status };
  }
  if (first === 'WEBEXPERIENCES' && date.test(second)) {
    const webExperienceId = words.at(-1) ?? '';
    return wholeId.test(webExperienceId) ? { webExperienceId, status } : undefined;
  }
  const arn = words.find((word) => /^arn:aws[a-z-]*:qbusiness:/.test(word));
  if (arn === undefined) return undefined;
  if (arn === first && wholeId.test(second) && identityType !== undefined) {
    return {
      applicationArn: arn,
      applicationId: second,
      displayName: words[words.indexOf(identityType) - 1] ?? '',
      identityType,
      status,
    };
  }
  const webExperienceId = words[words.indexOf(arn) + 1] ?? '';
  return wholeId.test(first) && wholeId.test(webExperienceId)
    ? { applicationId: first, webExperienceArn: arn, webExperienceId, status }
    : undefined;
}
