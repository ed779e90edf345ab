import { finding, type Rule } from './rule';

const versions = ['2012-10-17', '2008-10-17'];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const version: Rule = {
  codes: ['INVALID_VERSION'],
  *check({ document }) {
    if (!document.version || versions.includes(document.version.value)) return;
    yield finding(
      'error',
      'INVALID_VERSION',
      document.version.at,
      'Version is 2012-10-17, or 2008-10-17 in old policies; it is not the date of the policy.',
      {
        title: 'Write 2012-10-17',
        edits: [{ kind: 'replace', at: document.version.at, value: '2012-10-17' }],
        grants: 'changed',
      },
    );
  },
};
