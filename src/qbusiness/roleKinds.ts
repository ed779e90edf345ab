import { APPLICATION_PRINCIPAL, WEB_EXPERIENCE_PRINCIPAL } from './facts';

/** One of the roles that an application can have; they are easily confused. */
export interface RoleKind {
  readonly name: string;
  /** Who assumes it. */
  readonly principal: string;
  readonly purpose: string;
  /** Where its ARN is given. */
  readonly arnGoesTo: string;
}

/** @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/create-application-iam-role.html */
export const roleKinds: readonly RoleKind[] = [
  {
    name: 'Application service access',
    principal: APPLICATION_PRINCIPAL,
    purpose: 'CloudWatch metrics and logs of the application.',
    arnGoesTo:
      'create-application or update-application --role-arn; without one, the service-linked role.',
  },
  {
    name: 'Web experience',
    principal: WEB_EXPERIENCE_PRINCIPAL,
    purpose: 'Chat on behalf of each visitor.',
    arnGoesTo: 'create-web-experience or update-web-experience --role-arn.',
  },
  {
    name: 'API only',
    principal: 'Your compute or pipeline',
    purpose: 'Signed API calls of your own code.',
    arnGoesTo: 'The configuration of the caller, or sts assume-role; never to Amazon Q Business.',
  },
  {
    name: 'URL issuer',
    principal: 'Your backend',
    purpose: 'A new chat URL for each visitor.',
    arnGoesTo: 'The configuration of the backend.',
  },
];
