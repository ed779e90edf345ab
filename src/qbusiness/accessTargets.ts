import type { ResourcePart } from '../iam/solver/request';
import { arnOfAsked, isOneApplication, type AskedApplication } from './applicationsAsked';

/** The resources on which an action is asked about, relative to the application. */
export type AccessTarget =
  'application' | 'other-application' | 'other-region' | 'other-account' | 'other-service';

export const accessTargets: readonly AccessTarget[] = [
  'application',
  'other-application',
  'other-region',
  'other-account',
  'other-service',
];

/** The targets to ask about; only those that differ from the application, of which parts may be `*`. */
export function targetsFor(asked: AskedApplication): readonly AccessTarget[] {
  return [
    'application',
    ...(isOneApplication(asked) ? (['other-application'] as const) : []),
    ...(asked.region === '*' ? [] : (['other-region'] as const)),
    ...(asked.accountId === '*' ? [] : (['other-account'] as const)),
  ];
}

/** What follows the application's ARN in the ARN of each type of resource, with `*` for each ID. */
const pathOfType: Readonly<Record<string, string>> = {
  application: '',
  'data-source': '/index/*/data-source/*',
};

/**
 * The resources that an action needs on a target, one entry for each: the application itself, or
 * anything of the type below it. The type `any` stands for both. `alsoAsked`: applications that are
 * asked about on their own, and are no “other” ones.
 */
export function resourcesOn(
  target: AccessTarget,
  types: readonly string[],
  asked: AskedApplication,
  alsoAsked: readonly AskedApplication[] = [],
): readonly ResourcePart[] {
  if (target === 'other-service') return [{ like: ['*'] }];
  if (types.length === 0) return ['none'];
  const { like, unlike: apart } = applicationsOn(target, asked);
  const unlike = target === 'application' ? apart : [...apart, ...alsoAsked.map(arnOfAsked)];
  if (types.includes('any')) return [{ like: [...like, ...like.map((arn) => `${arn}/*`)], unlike }];
  return types.map((type) => {
    const path = pathOfType[type] ?? `/${type}/*`;
    return {
      like: like.map((arn) => `${arn}${path}`),
      unlike: [
        // The `*` of an ID would also match resources further below.
        ...like.map((arn) => `${arn}${path}/*`),
        ...(path === '' ? [] : like.map((arn) => `${arn}${path.replaceAll('*', '*/*')}`)),
        ...unlike.map((arn) => (arn.endsWith(':*') ? arn : `${arn}${path}`)),
      ],
    };
  });
}

function applicationsOn(
  target: AccessTarget,
  asked: AskedApplication,
): { readonly like: readonly string[]; readonly unlike: readonly string[] } {
  const { partition, region, accountId } = asked;
  const own = arnOfAsked(asked);
  const wide = { ...asked, applicationId: '*' };
  switch (target) {
    case 'other-application':
      return { like: [arnOfAsked(wide)], unlike: [own] };
    case 'other-region':
      return {
        like: [arnOfAsked({ ...wide, partition: '*', region: '*' })],
        unlike: [`arn:${partition}:qbusiness:${region}:*:*`],
      };
    case 'other-account':
      return {
        like: [arnOfAsked({ ...wide, partition: '*', region: '*', accountId: '*' })],
        unlike: [`arn:*:qbusiness:*:${accountId}:*`],
      };
    case 'application':
    case 'other-service':
      return { like: [own], unlike: [] };
  }
}
