import { actions } from './actions';
import { arnFormat } from './arnFormat';
import { conditionKeys } from './conditionKeys';
import { conditionOperators } from './conditionOperators';
import { conditionValues } from './conditionValues';
import { emptyElements } from './emptyElements';
import { githubSubject } from './githubSubject';
import { ineffectiveConditions } from './ineffectiveConditions';
import { missingElements } from './missingElements';
import { notAction } from './notAction';
import { oidc } from './oidc';
import { openTrust } from './openTrust';
import { principals } from './principals';
import { redundancy } from './redundancy';
import type { Rule } from './rule';
import { servicePrincipal } from './servicePrincipal';
import { sid } from './sid';
import { size } from './size';
import { starInResource } from './starInResource';
import { structure } from './structure';
import { trustActions } from './trustActions';
import { variables } from './variables';
import { version } from './version';

/** Every check of a single document that needs no AWS account. */
export const rules: readonly Rule[] = [
  structure,
  missingElements,
  version,
  sid,
  emptyElements,
  principals,
  openTrust,
  trustActions,
  servicePrincipal,
  oidc,
  githubSubject,
  actions,
  arnFormat,
  conditionOperators,
  conditionKeys,
  conditionValues,
  ineffectiveConditions,
  variables,
  redundancy,
  notAction,
  starInResource,
  size,
];
