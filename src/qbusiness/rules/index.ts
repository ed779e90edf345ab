import { actionsForAnonymous } from './actionsForAnonymous';
import { expectedApplication } from './expectedApplication';
import { leftovers } from './leftovers';
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
  setContext,
  actionsForAnonymous,
  resourceScope,
  urlAction,
  leftovers,
  expectedApplication,
  unconditionedStatement,
];
