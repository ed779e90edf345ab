import { awsPages } from '../facts';
import { cleanPastedText } from '../form/pastedText';
import { charactersProblem, lengthOrCharactersProblem, tooLong } from '../form/textField';
import { callerText, defineCaller } from './caller';
import { webIdentityCondition } from './webIdentity';

const PROVIDER = 'token.actions.githubusercontent.com';

const MAX_REPOSITORY = 100;
const MAX_REF = 255;

const numericId = (value: string) =>
  /^[1-9]\d{0,14}$/.test(value) ? undefined : 'A number, such as 1234567';

const refPrefix = /^refs\/(heads|tags)\//;

/** What the full name of a Git reference names, such as `refs/heads/main`; undefined for a short name. */
const kindOfRef = (name: string): 'branch' | 'tag' | undefined => {
  const folder = refPrefix.exec(name)?.[1];
  if (folder === undefined) return undefined;
  return folder === 'heads' ? 'branch' : 'tag';
};

export const githubActions = defineCaller({
  kind: 'github-actions',
  label: 'GitHub Actions workflow',
  summary: 'Workflows of one repository assume the role with GitHub’s OIDC token.',
  source: awsPages.githubOidc,
  fields: [
    callerText({
      name: 'organization',
      required: true,
      label: 'GitHub organization or user',
      help: 'The owner of the repository.',
      example: 'octo-org',
      token: '{{github_organization}}',
      maxLength: 39,
      clean: cleanPastedText,
      problem: (value) =>
        /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9_])?$/.test(value)
          ? undefined
          : 'Up to 39 letters, digits, - and _',
    }),
    callerText({
      name: 'repository',
      required: true,
      label: 'Repository',
      help: 'The name alone, without the organization.',
      example: 'octo-repo',
      token: '{{github_repository}}',
      maxLength: MAX_REPOSITORY,
      clean: cleanPastedText,
      problem: (value) =>
        lengthOrCharactersProblem(
          value,
          MAX_REPOSITORY,
          /[A-Za-z0-9._-]/,
          'Letters, digits and ._- only',
        ),
    }),
    {
      kind: 'choice',
      name: 'subjectForm',
      label: 'Subject of the token',
      help: 'Repositories with immutable subject claims put numeric IDs into the subject; a subject of names alone no longer matches there.',
      choices: [
        { value: 'names', label: 'Names: repo:ORG/REPO' },
        { value: 'immutable', label: 'Immutable IDs: repo:ORG@ID/REPO@ID' },
      ],
    },
    callerText({
      name: 'organizationId',
      required: true,
      label: 'Organization ID',
      help: 'From “gh api orgs/ORG --jq .id”, or users/NAME for a user.',
      example: '1234567',
      token: '{{github_organization_id}}',
      maxLength: 15,
      clean: cleanPastedText,
      problem: numericId,
      needs: [{ field: 'subjectForm', is: 'immutable' }],
    }),
    callerText({
      name: 'repositoryId',
      required: true,
      label: 'Repository ID',
      help: 'From “gh api repos/ORG/REPO --jq .id”.',
      example: '7654321',
      token: '{{github_repository_id}}',
      maxLength: 15,
      clean: cleanPastedText,
      problem: numericId,
      needs: [{ field: 'subjectForm', is: 'immutable' }],
    }),
    {
      kind: 'choice',
      name: 'subjectOf',
      label: 'Runs allowed',
      help: 'A job that names an environment sends the environment instead of the branch.',
      choices: [
        { value: 'branch', label: 'On one branch' },
        { value: 'tag', label: 'On one tag' },
        { value: 'environment', label: 'In one environment' },
      ],
    },
    callerText({
      name: 'refName',
      required: true,
      label: 'Branch, tag or environment',
      help: 'The name alone, without refs/heads/.',
      example: 'main',
      token: '{{github_ref}}',
      maxLength: MAX_REF,
      clean: cleanPastedText,
      problem: (value) => {
        if (value.length > MAX_REF) return tooLong(MAX_REF, value);
        if (/[*?]/.test(value)) return 'No wildcards: name one branch, tag or environment';
        return charactersProblem(
          value,
          /[A-Za-z0-9._/@+#=,-]/,
          'Letters, digits and ._/@+#=,- only',
        );
      },
      conflict: (value, { callerValues }) => {
        const kind = kindOfRef(value);
        return kind === undefined || kind === callerValues?.['subjectOf']
          ? undefined
          : `This is the name of a ${kind}: choose it under “Runs allowed”, or leave out ${refPrefix.exec(value)?.[0]}`;
      },
      reduce: (value, { callerValues }) =>
        kindOfRef(value) === callerValues?.['subjectOf'] ? value.replace(refPrefix, '') : value,
    }),
  ],
  trust: (values, { partition, accountId }) => ({
    sid: 'AllowGitHubActionsToAssumeRole',
    principal: { Federated: [`arn:${partition}:iam::${accountId}:oidc-provider/${PROVIDER}`] },
    actions: ['sts:AssumeRoleWithWebIdentity'],
    condition: webIdentityCondition(PROVIDER, subject(values)),
    because:
      'Only tokens made for AWS STS (aud) and for this repository and this branch, tag or environment (sub) may assume the role.',
    source: awsPages.githubOidc,
  }),
  handover: (_values, { partition, region, accountId, roleArn }) => [
    {
      text: `The account needs GitHub’s identity provider once: arn:${partition}:iam::${accountId}:oidc-provider/${PROVIDER}.`,
    },
    {
      text: `In the workflow, give the job the permission “id-token: write”, and give aws-actions/configure-aws-credentials role-to-assume: ${roleArn} and aws-region: ${region}.`,
    },
  ],
});

/** @see https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
function subject(
  values: Readonly<
    Record<
      | 'organization'
      | 'repository'
      | 'subjectForm'
      | 'organizationId'
      | 'repositoryId'
      | 'subjectOf'
      | 'refName',
      string
    >
  >,
): string {
  const { organization, repository, organizationId, repositoryId, subjectOf, refName } = values;
  const repo =
    values.subjectForm === 'immutable'
      ? `repo:${organization}@${organizationId}/${repository}@${repositoryId}`
      : `repo:${organization}/${repository}`;
  if (subjectOf === 'environment') return `${repo}:environment:${refName}`;
  return `${repo}:ref:refs/${subjectOf === 'tag' ? 'tags' : 'heads'}/${refName}`;
}
