/** The expected findings on each file of `cases`, in the order of its text. */
export const findingsOfCases: readonly (readonly [path: string, expected: readonly string[]])[] = [
  [
    'amplify-readme/DEPLOY.md',
    ['error QBUSINESS_LEFT_OVER_TOKEN', 'securityWarning QBUSINESS_WILDCARD_RESOURCE'],
  ],
  ['app-policy/get-policy.json', []],
  ['app-policy/simulate.json', ['warning NO_POLICY']],
  ['app-policy/validate.json', ['warning NO_POLICY']],
  [
    'app-slash-star/listapps.json',
    ['error QBUSINESS_ACTION_NEVER_GRANTED', 'warning QBUSINESS_ACTION_NEEDS_IDENTITY'],
  ],
  [
    'app-slash-star/p.json',
    [
      'error QBUSINESS_ACTION_NEVER_GRANTED',
      'warning QBUSINESS_ACTION_NEEDS_IDENTITY',
      'suggestion UNKNOWN_ACTION',
    ],
  ],
  [
    'awscc-jsonencode/main.tf',
    ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED', 'warning QBUSINESS_ACTION_NEEDS_IDENTITY'],
  ],
  [
    'boto3-repr/out.txt',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED',
    ],
  ],
  ['boundary/attached.json', ['warning QBUSINESS_DEVELOPER_POLICY']],
  ['boundary/get-role-policy.json', []],
  ['boundary/get-role.json', []],
  ['cfn-yaml/template.yaml', ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED']],
  ['cli-yaml/get-role.txt', ['error UNREADABLE_TEXT']],
  [
    'cli-yaml/get-role.yaml',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  ['cond-no-operator/p.json', ['error DATA_TYPE_MISMATCH']],
  [
    'config-item/item.json',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
    ],
  ],
  ['datasource/trust.json', ['suggestion QBUSINESS_WRONG_SERVICE_PRINCIPAL']],
  [
    'dup-action/p.json',
    ['securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', 'error JSON_SYNTAX_ERROR'],
  ],
  ['github-oidc/aud-only.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/forallvalues-iss.json',
    [
      'suggestion CONFIRM_AUDIENCE_CLAIM_TYPE',
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/https-key.json', ['error INVALID_CONDITION_KEY_FORMAT']],
  ['github-oidc/repository-claim.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/sub-eq-wild.json',
    [
      'warning WILDCARD_WITHOUT_LIKE_OPERATOR',
      'error GITHUB_SUBJECT_NEVER_MATCHES',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/sub-ifexists.json', ['securityWarning MISSING_GITHUB_REPO_CONDITION_KEY']],
  [
    'github-oidc/sub-no-repo.json',
    ['error GITHUB_SUBJECT_NEVER_MATCHES', 'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
  ],
  [
    'github-oidc/sub-org-prefix.json',
    [
      'securityWarning GITHUB_OWNER_NOT_EXACT',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  ['github-oidc/sub-org.json', ['warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED']],
  [
    'github-oidc/sub-repo-star.json',
    [
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  [
    'github-oidc/sub-star-in-list.json',
    [
      'suggestion EQUIVALENT_TO_NULL_FALSE',
      'securityWarning MISSING_GITHUB_REPO_CONDITION_KEY',
      'warning SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    ],
  ],
  [
    'hcl-data/main.tf',
    ['securityWarning QBUSINESS_MISSING_SOURCE_ARN', 'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED'],
  ],
  [
    'heredoc-readme/README.md',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED',
    ],
  ],
  ['heredoc-readme/clean.md', []],
  ['ifexists/p.json', ['error NULL_WITH_IF_EXISTS', 'error INVALID_CONDITION_OPERATOR']],
  ['invented/p.json', ['suggestion UNKNOWN_ACTION', 'securityWarning QBUSINESS_WILDCARD_RESOURCE']],
  ['list/acct-list-star.json', ['warning WILDCARD_WITHOUT_LIKE_OPERATOR']],
  ['list/arn-list-star.json', ['warning QBUSINESS_OTHER_APPLICATION_LET_IN']],
  ['list/ext-ifexists.json', ['securityWarning CONDITION_HOLDS_WITHOUT_KEY']],
  ['list/noaccount.json', ['error QBUSINESS_NO_APPLICATION_LET_IN']],
  ['list/org-any.json', []],
  [
    'list/org-not.json',
    [
      'error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning CONDITION_HOLDS_WITHOUT_KEY',
    ],
  ],
  ['list/region.json', ['warning QBUSINESS_REGION_NOT_OFFERED']],
  ['list/slashstar.json', ['error QBUSINESS_SOURCE_ARN_NOT_APPLICATION']],
  [
    'list/typo.json',
    [
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'error INVALID_GLOBAL_CONDITION_KEY',
      'error QBUSINESS_NO_APPLICATION_LET_IN',
    ],
  ],
  ['list/webidentity.json', ['error MISMATCHED_ACTION_FOR_PRINCIPAL']],
  [
    'missing-comma/t.json',
    [
      'error JSON_SYNTAX_ERROR',
      'error INVALID_ARN_REGION',
      'error QBUSINESS_APPLICATION_ID_FORM',
      'warning QBUSINESS_SAMPLE_ACCOUNT',
      'error UNSUPPORTED_CHARACTER',
      'suggestion EMPTY_SID_VALUE',
    ],
  ],
  ['misspelt/min.json', ['error INVALID_SERVICE_IN_ACTION']],
  [
    'misspelt/p.json',
    [
      'error INVALID_SERVICE_IN_ACTION',
      'suggestion REDUNDANT_ACTION',
      'warning QBUSINESS_DEVELOPER_ACTION',
      'error INVALID_ACTION',
      'suggestion UNKNOWN_ACTION',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
    ],
  ],
  ['notaction/deny.json', []],
  [
    'notaction/p.json',
    [
      'securityWarning ALLOW_WITH_NOT_ACTION',
      'securityWarning PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
      'warning CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
    ],
  ],
  ['notaction/qb.json', ['securityWarning ALLOW_WITH_NOT_ACTION', 'suggestion UNKNOWN_ACTION']],
  ['orgpattern/bare.json', ['error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
  ['orgpattern/same.json', []],
  ['orgpattern/t.json', ['error ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL']],
  ['passrole/p.json', ['warning QBUSINESS_PASS_ROLE_SERVICE']],
  [
    'qapps-star/p.json',
    [
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
      'warning QBUSINESS_NEIGHBOUR_ACTION',
    ],
  ],
  ['scoping/case.json', []],
  [
    'scoping/forall.json',
    [
      'securityWarning FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      'securityWarning QBUSINESS_SOURCE_NOT_REQUIRED',
    ],
  ],
  ['scoping/if-exists.json', ['securityWarning QBUSINESS_SOURCE_NOT_REQUIRED']],
  ['scoping/mismatch.json', ['error QBUSINESS_SOURCE_ACCOUNT_MISMATCH']],
  [
    'scoping/not-equals.json',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'securityWarning QBUSINESS_OTHER_ACCOUNT_LET_IN',
    ],
  ],
  [
    'scoping/orgid.json',
    ['securityWarning QBUSINESS_MISSING_SOURCE_ARN', 'warning QBUSINESS_MISSING_SOURCE_ACCOUNT'],
  ],
  [
    'scoping/principalorg.json',
    [
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'error UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
      'error QBUSINESS_NO_APPLICATION_LET_IN',
    ],
  ],
  [
    'scoping/star.json',
    ['error WILDCARD_USAGE_TOO_PERMISSIVE', 'suggestion EQUIVALENT_TO_NULL_FALSE'],
  ],
  [
    'scoping/stringequals-wild.json',
    ['error QBUSINESS_NO_APPLICATION_LET_IN', 'warning WILDCARD_WITHOUT_LIKE_OPERATOR'],
  ],
  ['scoping/two-accounts.json', []],
  ['scoping/webexp-arn.json', ['error QBUSINESS_SOURCE_ARN_NOT_APPLICATION']],
  ['spaces/caps.json', ['error INVALID_SERVICE_PRINCIPAL_FORMAT']],
  ['spaces/t.json', ['error INVALID_SERVICE_PRINCIPAL_FORMAT']],
  ['tagsession/t.json', ['suggestion EQUIVALENT_TO_NULL_FALSE']],
  ['tf-heredoc/role.tf', []],
  [
    'tf-plan/plan.txt',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  [
    'tfstate/terraform.tfstate',
    [
      'securityWarning QBUSINESS_MISSING_SOURCE_ARN',
      'warning QBUSINESS_MISSING_SOURCE_ACCOUNT',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning QBUSINESS_WILDCARD_ACTION',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
    ],
  ],
  [
    'theme-bucket/bucket.json',
    [
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'securityWarning UNTRUSTWORTHY_CONDITION_KEY',
      'suggestion RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    ],
  ],
  [
    'theme-bucket/script-template.json',
    [
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'error JSON_SYNTAX_ERROR',
      'error INVALID_ARN_PREFIX',
      'error DATA_TYPE_MISMATCH',
    ],
  ],
  ['trust-deny/t.json', ['error ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL']],
  [
    'trust-short-account/amazonaws-star.json',
    [
      'error UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
      'warning INVALID_ROLE_REFERENCE',
    ],
  ],
  ['trust-short-account/doublecolon.json', ['error INVALID_PRINCIPAL_FORMAT']],
  ['trust-short-account/leadzero.json', ['error DATA_TYPE_MISMATCH']],
  [
    'trust-short-account/servicestar.json',
    [
      'error UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'securityWarning RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    ],
  ],
  ['trust-short-account/t.json', ['error INVALID_PRINCIPAL_FORMAT']],
  [
    'tvm-trust/permissions.json',
    [
      'suggestion UNKNOWN_ACTION',
      'warning QBUSINESS_ACTION_NEEDS_IDENTITY',
      'securityWarning QBUSINESS_WILDCARD_RESOURCE',
      'warning QBUSINESS_NEIGHBOUR_ACTION',
    ],
  ],
  [
    'tvm-trust/trust.json',
    ['suggestion EQUIVALENT_TO_NULL_FALSE', 'warning QBUSINESS_OTHER_APPLICATION_LET_IN'],
  ],
  ['two-apps/p.json', []],
  ['url-issuer/p.json', []],
  ['url-issuer/star.json', []],
  [
    'wild-trust/trust.json',
    ['suggestion QBUSINESS_SET_CONTEXT_NOT_NEEDED', 'warning QBUSINESS_OTHER_APPLICATION_LET_IN'],
  ],
];
