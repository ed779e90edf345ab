import { actionMatches } from '../../iam/match';
import { awsPages } from '../facts';
import {
  productFinding,
  readApplicationArn,
  serviceActions,
  type ProductRule,
} from './productRule';

const URL_ACTION = 'qbusiness:CreateAnonymousWebExperienceUrl';
import { reachedActions } from './reachedActions';

/** Statements that allow creating a URL on only one of the two resources that it needs. */
export const urlAction: ProductRule = {
  codes: ['QBUSINESS_URL_ACTION_NEEDS_BOTH_ARNS'],
  kinds: ['identity'],
  *check({ document }) {
    const granting = document.statements.filter((statement) =>
      serviceActions(statement).some(({ value }) => actionMatches(value, URL_ACTION) === true),
    );
    if (!reachedActions(URL_ACTION, document).includes(URL_ACTION)) return;
    const resources = granting.flatMap(({ resource }) => resource?.entries ?? []);
    const [first] = granting;
    if (!first || resources.length === 0 || granting.some(({ resource }) => resource?.negated)) {
      return;
    }
    const arns = resources.map(({ value }) => readApplicationArn(value));
    if (arns.some((arn) => arn === undefined)) return;
    const hasApplication = arns.some((arn) => arn && !arn.below.startsWith('/'));
    const hasWebExperience = arns.some(
      (arn) => arn && /^\/(?:web-experience\/|\*)/.test(arn.below),
    );
    const spansBoth = arns.some((arn) => arn?.applicationId.includes('*') && arn.below === '');
    if ((hasApplication && hasWebExperience) || spansBoth) return;
    yield productFinding(
      'error',
      'QBUSINESS_URL_ACTION_NEEDS_BOTH_ARNS',
      first.resource?.at ?? first.at,
      hasApplication
        ? `${URL_ACTION} also needs the ARN of the web experience (application/…/web-experience/…).`
        : `${URL_ACTION} also needs the ARN of the application.`,
      awsPages.anonymousActions,
    );
  },
};
