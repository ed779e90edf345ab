import { actionsForAnonymous } from './actionsForAnonymous';
import { expectedApplication } from './expectedApplication';
import { letIn } from './letIn';
import { leftovers } from './leftovers';
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
  letIn,
  setContext,
  actionsForAnonymous,
  resourceScope,
  neverGranted,
  passRole,
  urlAction,
  leftovers,
  expectedApplication,
  unconditionedStatement,
];
