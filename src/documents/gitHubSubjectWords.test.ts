import { describe, expect, test } from 'vitest';
import { caseText } from './cases.testing';
import { accessTexts } from './accessTexts';
import { conditionWords } from './conditionWords';
import { gitHubSubjectWords } from './gitHubSubjectWords';
import { hole } from '../syntax/holes';

const all = 'any branch, tag, environment or pull request';

test.each([
  ['*', 'any repository of anyone'],
  ['repo:*', 'any repository of anyone'],
  ['repo:*/*', 'any repository of anyone'],
  ['repo:*:*', 'any repository of anyone'],
  ['repo:*/*:ref:refs/heads/main', 'any repository of anyone, branch main'],
  ['repo:acme/*', 'any repository of acme'],
  ['repo:acme/*:*', 'any repository of acme'],
  ['repo:acme*', 'any repository of an owner whose name begins with acme'],
  ['repo:acme*/*', 'any repository of an owner whose name begins with acme'],
  ['repo:acme/app*', 'any repository of acme whose name begins with app'],
  ['repo:acme/app*:ref:*', 'any repository of acme whose name begins with app, any branch or tag'],
  ['repo:acme/app:*', `acme/app, ${all}`],
  ['repo:acme/app:ref:refs/*', 'acme/app, any branch or tag'],
  ['repo:acme/app:ref:refs/heads/*', 'acme/app, any branch'],
  ['repo:acme/app:ref:refs/heads/feature/x', 'acme/app, branch feature/x'],
  ['repo:acme/app:ref:refs/tags/v*', 'acme/app, any tag whose name begins with v'],
  ['repo:acme/app:environment:prod', 'acme/app, environment prod'],
  ['repo:acme/app:pull_request', 'acme/app, pull requests'],
  ['repo:acme@1/app@2:*', `acme@1/app@2, ${all}`],
])('%s is %s', (pattern, words) => {
  expect(gitHubSubjectWords(pattern)).toBe(words);
});

test.each([
  ['what no subject looks like', 'acme/app:ref:refs/heads/main'],
  ['a repository without what follows', 'repo:acme/app'],
  ['an owner without a repository', 'repo:acme'],
  ['a wildcard amid a name', 'repo:ac*e/app:*'],
  ['a single letter left open', 'repo:acme/ap?:*'],
  ['a subject that was changed by GitHub’s settings', 'repo:acme/app:job_workflow_ref:x'],
  ['a value that is filled in later', `repo:${hole('var.owner')}/*`],
  ['a policy variable', 'repo:${aws:PrincipalTag/owner}/*'],
])('%s stays as it is written', (_, pattern) => {
  expect(gitHubSubjectWords(pattern)).toBeUndefined();
});

describe('a condition on the subject', () => {
  const key = 'token.actions.githubusercontent.com:sub';
  const words = (operator: string, ...values: readonly string[]) =>
    conditionWords({
      operator,
      key,
      at: [],
      operatorAt: [],
      values: values.map((value) => ({ value, at: [] })),
    });

  test('names the workflows', () => {
    expect(words('StringLike', 'repo:acme/*', 'repo:b/c:pull_request')).toBe(
      'the workflow is from any repository of acme or b/c, pull requests',
    );
    expect(words('ForAnyValue:StringLike', 'repo:*')).toBe(
      'the workflow is from any repository of anyone',
    );
  });

  test.each([
    ['StringEquals', `${key} is repo:acme/*`],
    ['StringNotLike', `${key} is not like repo:acme/* or is missing`],
    ['StringLikeIfExists', `${key} is like repo:acme/* or is missing`],
  ])('keeps its own words with %s', (operator, expected) => {
    expect(words(operator, 'repo:acme/*')).toBe(expected);
  });
});

test.each([
  ['sub-org', 'any repository of octo-org'],
  ['sub-repo-star', 'any repository of anyone'],
  ['sub-org-prefix', 'any repository of an owner whose name begins with octo-org'],
  ['sub-star-in-list', 'octo-org/octo-repo, branch main or any repository of anyone'],
])('the answer for %s says who in words', (name, who) => {
  const { reports } = accessTexts({ texts: [caseText(`github-oidc/${name}.json`)] });
  const rows = reports.flatMap(({ requesters }) =>
    requesters.filter(({ verdict }) => verdict !== 'no'),
  );
  expect(rows.map(({ label, verdict, conditions }) => [label, verdict, ...conditions])).toEqual([
    [
      'A workflow of GitHub Actions',
      'yesIf',
      expect.stringContaining(`the workflow is from ${who}`),
    ],
  ]);
});
