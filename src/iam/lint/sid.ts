import { finding, type Rule } from './rule';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const sid: Rule = {
  codes: ['UNSUPPORTED_SID', 'EMPTY_SID_VALUE', 'UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED'],
  *check({ document, kind }) {
    const sids = document.statements.flatMap((statement) => statement.sid ?? []);
    const freeName = freeNames(new Set(sids.map(({ value }) => value)));
    const seen = new Set<string>();
    for (const { value, at } of sids) {
      if (value === '') {
        yield finding('suggestion', 'EMPTY_SID_VALUE', at, 'Sid is empty.', {
          title: 'Remove the empty Sid',
          edits: [{ kind: 'remove', at }],
          grants: 'same',
        });
        continue;
      }
      if (/[^A-Za-z0-9]/.test(value)) {
        const clean = freeName(value.replace(/[^A-Za-z0-9]/g, '') || 'Statement');
        yield finding('error', 'UNSUPPORTED_SID', at, 'A Sid has letters and digits only.', {
          title: `Write ${clean}`,
          edits: [{ kind: 'replace', at, value: clean }],
          grants: 'same',
        });
      }
      if (seen.has(value)) {
        const free = freeName(value.replace(/[^A-Za-z0-9]/g, '') || 'Statement');
        const [severity, code] =
          kind === 'identity'
            ? (['error', 'UNIQUE_SIDS_REQUIRED'] as const)
            : (['warning', 'UNIQUE_SIDS_RECOMMENDED'] as const);
        yield finding(severity, code, at, `Another statement has the Sid ${value}.`, {
          title: `Write ${free}`,
          edits: [{ kind: 'replace', at, value: free }],
          grants: 'same',
        });
      }
      seen.add(value);
    }
  },
};

/** Gives each name back if it is free, else followed by the lowest number that makes it unique. */
function freeNames(taken: Set<string>): (name: string) => string {
  const nextNumber = new Map<string, number>();
  return (name) => {
    let free = name;
    let number = nextNumber.get(name) ?? 2;
    for (; taken.has(free); number += 1) free = `${name}${number}`;
    nextNumber.set(name, number);
    taken.add(free);
    return free;
  };
}
