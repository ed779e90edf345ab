import { actionsForAnonymous } from './actionsForAnonymous';
import { expectedApplication } from './expectedApplication';
import { allowedApplications } from './allowedApplications';
import { unreplacedPlaceholders } from './unreplacedPlaceholders';
import { neverGranted } from './neverGranted';
import { passRole } from './passRole';
import type { ProductRule } from './productRule';
import { resourceScope } from './resourceScope';
import { servicePrincipal } from './servicePrincipal';
import { setContext } from './setContext';
import { sourceConditions } from './sourceConditions';
import { unconditionedStatement } from './unconditionedStatement';
import { urlAction } from './urlAction';

/** Every rule about Amazon Q Business. */
export const productRules: readonly ProductRule[] = [
  servicePrincipal,
  sourceConditions,
  allowedApplications,
  setContext,
  actionsForAnonymous,
  resourceScope,
  neverGranted,
  passRole,
  urlAction,
  unreplacedPlaceholders,
  expectedApplication,
  unconditionedStatement,
];
