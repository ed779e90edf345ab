import { exampleFormValues, exampleOfCaller } from '../qbusiness/examples';
import type { RoleFormValues } from '../qbusiness/form/formValues';

/** A value for every option of a role, with characters that are special in shells, paths and templates. */
export const everyOption: Partial<RoleFormValues> = {
  otherApplications: [{ value: 'f0e1d2c3-5678-90ab-cdef-0123456789ab' }],
  roleName: '-r+=,.@-',
  policyName: 'p+=,.@-',
  path: '/team/a=b/',
  description: `it's "$(id)" \`x\` %PATH% & caf\u00E9 \u00FF \\`,
  tags: [
    { key: 'cost centre \u00E9', value: 'a=b @ :/+-' },
    { key: 'team', value: '' },
  ],
  permissionsBoundary: 'arn:aws:iam::111122223333:policy/limits/Boundary',
  maxSessionDuration: '7200',
  origins: [{ value: 'https://www.example.com' }],
  webExperienceId: 'b2c3d4e5-6789-01bc-def0-example22222',
  networkLimit: 'vpc-endpoint',
  vpcEndpoints: [{ value: 'vpce-0a1b2c3d4e5f67890' }],
};

/**
 * The plans whose files are kept as goldens, in `__golden__/<plan>/<exporter>`: one of each shape
 * that a file can have. Real tools read the same files.
 */
export const representativePlans = {
  'web-experience': {
    ...exampleFormValues,
    origins: [{ value: 'https://www.example.com' }],
    includeWebExperience: true,
  },
  'same-account': {
    ...exampleOfCaller('same-account'),
    attachment: 'managed',
    path: '/chat/',
    tags: [{ key: 'team', value: 'chat' }],
    permissionsBoundary: 'arn:aws:iam::111122223333:policy/Boundary',
  },
  'other-account': { ...exampleOfCaller('other-account'), ...everyOption, attachment: 'managed' },
  lambda: exampleOfCaller('lambda'),
  'existing-role': { ...exampleOfCaller('existing-role'), attachment: 'managed' },
} as const satisfies Readonly<Record<string, RoleFormValues>>;
