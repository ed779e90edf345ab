import { expect, type Locator, type Page } from '@playwright/test';
import { CheckPage, type CheckTab } from './CheckPage';
import type { PageState } from './PageState';
import { accountDetails, gitHubTrust, permissions, roleDetail } from './roles';

const oneRole = accountDetails(
  roleDetail('QBusinessAnonymousWeb-0f1e2d3c', { trust: gitHubTrust }),
);
const manyRoles = accountDetails(
  ...Array.from({ length: 30 }, (_, i) =>
    roleDetail(i % 5 === 0 ? `Team-${i}-${'WithALongName'.repeat(4)}` : `Team-${i}`),
  ),
);
const longTexts = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'S'.repeat(120),
      Effect: 'Allow',
      Action: `qbusiness:${'Chat'.repeat(40)}`,
      Resource: `arn:aws:qbusiness:us-west-2:445566778899:application/${'x'.repeat(400)}`,
    },
  ],
});

/** What is there once a tab has its answer. */
const answers: Readonly<Record<CheckTab, (page: Page) => Locator>> = {
  findings: (page) => page.getByRole('region', { name: 'Findings' }),
  'who-can-assume': (page) => page.getByRole('table', { name: 'Who can assume the role' }),
  'what-it-can-do': (page) => page.getByRole('table', { name: 'This application' }),
  compare: (page) => page.getByRole('region', { name: 'Old and new document' }),
  repair: (page) => page.getByRole('heading', { name: 'Update the role' }),
};

const checked = (name: string, tab: CheckTab, file: string, text: string): PageState => ({
  name,
  hasEditor: tab !== 'what-it-can-do',
  reach: async (page) => {
    const check = await CheckPage.open(page, tab);
    await check.drop({ name: file, text });
    await expect(answers[tab](page)).toBeVisible();
    await expect(page.getByText(/Checking …|Working it out …|Comparing …|Repairing …/)).toHaveCount(
      0,
    );
  },
});

/** Services, an identity provider and an account that may assume it: names of every length. */
const manyCallers = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: {
        Service: ['application.qbusiness.amazonaws.com', 'qapps-user.qbusiness.amazonaws.com'],
        AWS: 'arn:aws:iam::111122223333:role/ChatCallerOfTheCustomerPortal',
      },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:qbusiness:us-west-2:445566778899:application/*' },
      },
    },
    ...gitHubTrust.Statement,
  ],
};

/** Every way in which Check and AWS's page can stand. */
export const checkStates: readonly PageState[] = [
  { name: 'Check, empty', reach: async (page) => void (await CheckPage.open(page)) },
  checked('Check, findings', 'findings', 'role.json', oneRole),
  checked('Check, many roles', 'findings', 'account.json', manyRoles),
  checked('Check, very long texts', 'findings', `${'long-name-'.repeat(12)}.json`, longTexts),
  checked(
    'Check, no findings',
    'findings',
    'chat.json',
    JSON.stringify(permissions('qbusiness:Chat')),
  ),
  checked('Check, who can assume', 'who-can-assume', 'role.json', oneRole),
  checked(
    'Check, many callers',
    'who-can-assume',
    'role.json',
    accountDetails(roleDetail('Web', { trust: manyCallers })),
  ),
  checked('Check, what it can do', 'what-it-can-do', 'role.json', oneRole),
  checked('Check, compare', 'compare', 'role.json', oneRole),
  checked('Check, repair', 'repair', 'role.json', oneRole),
  {
    name: 'AWS’s page',
    reach: async (page) => {
      await page.goto('./#/aws');
      await expect(page.getByRole('heading', { name: 'The service-linked role' })).toBeVisible();
    },
  },
];
