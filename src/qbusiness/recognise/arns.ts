import { RESOURCE_ID } from '../resourceId';
import type { Recogniser, Recognition } from './recognition';
import { REGION_NAME } from './regionName';

const partition = 'aws(?:-[a-z]{1,8}){0,3}';
/** Not inside a longer word, so that no part of something else is taken for an ARN. */
const arn = `(?<![\\w:/-])arn:${partition}`;

const applicationArn = new RegExp(
  `${arn}:qbusiness:(?<region>${REGION_NAME}):(?<account>\\d{12}):application/(?:(?<application>${RESOURCE_ID})(?![\\w-])(?:/(?<type>[a-z-]{1,40})/(?<resource>${RESOURCE_ID})(?![\\w-]))?(?:/[\\w*/-]*)?|\\*)`,
  'g',
);

/** Application, web experience and the resources below an application. */
export const recogniseApplicationArns: Recogniser = (text) =>
  [...text.matchAll(applicationArn)].map((match): Recognition => {
    const { region: name = '', account = '', application, type, resource } = match.groups ?? {};
    const at = { start: match.index, end: match.index + match[0].length };
    const values = { region: name, accountId: account };
    if (application === undefined) {
      return {
        title: 'ARN of every application',
        values,
        weight: 'likely',
        lacks: 'An ARN that ends in a wildcard holds no application ID.',
        ...at,
      };
    }
    if (type === 'web-experience' && resource !== undefined) {
      return {
        title: 'Web experience ARN',
        values: { ...values, applicationId: application, webExperienceId: resource },
        weight: 'certain',
        ...at,
      };
    }
    return {
      title: type === undefined ? 'Application ARN' : `ARN of ${withArticle(type)}`,
      values: { ...values, applicationId: application },
      weight: 'certain',
      ...at,
    };
  });

const identityArn = new RegExp(
  `${arn}:(?:iam|sts)::(?<account>\\d{12}):(?<type>role|user|assumed-role|federated-user|root)(?![\\w-])(?:/[\\w+=,.@/-]*)?`,
  'g',
);

const identityTitles: Readonly<Record<string, string>> = {
  role: 'Role ARN',
  user: 'User ARN',
  'assumed-role': 'Role session ARN',
  'federated-user': 'Federated user ARN',
  root: 'Account ARN',
};

/** A role, a user or a session: its account is the application’s in most cases. */
export const recogniseIdentityArns: Recogniser = (text) =>
  [...text.matchAll(identityArn)].map((match): Recognition => {
    const title = identityTitles[match.groups?.['type'] ?? ''] ?? 'IAM ARN';
    return {
      title,
      values: { accountId: match.groups?.['account'] ?? '' },
      weight: 'likely',
      lacks: 'An IAM ARN holds no Region and no application ID.',
      start: match.index,
      end: match.index + match[0].length,
    };
  });

const withArticle = (type: string) =>
  `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type.replaceAll('-', ' ')}`;
