import type { EvaluationResult } from '@cloud-copilot/iam-simulate';
import { loadPolicy } from '@cloud-copilot/iam-policy';
import type { RequestContext } from './context';
import {
  evaluateIdentityPolicies,
  evaluateTrustPolicy,
  type AccessRequest,
  type Decision,
} from './evaluate';
// The package's public function takes no trust policy, and parses every policy again for every request.
import { DiscoveryContextKeyConstraints } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js';
import { authorize } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js';
import { AwsRequestImpl } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/request/request.js';
import { RequestContextImpl } from '../../node_modules/@cloud-copilot/iam-simulate/dist/esm/requestContext.js';
import { type Keys, account, role, trusted } from './drawnRequests.testing';
import { parsePolicy } from './parse';
import type { RequestPrincipal } from './principal';

const ours = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
} as const satisfies Record<EvaluationResult, Decision>;

const load = (policy: unknown) => loadPolicy(policy, { name: 'policy' });

const allowAllActions = load({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

interface Simulation {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly keys: Keys;
  readonly identityPolicies: ReturnType<typeof load>[];
  readonly resourcePolicy?: ReturnType<typeof load>;
}

function simulate({
  principal,
  action,
  resource,
  keys,
  identityPolicies,
  resourcePolicy,
}: Simulation): Decision {
  const context = new RequestContextImpl(keys);
  const { result } = authorize({
    request: new AwsRequestImpl(principal, { resource, accountId: account }, action, context),
    sessionPolicy: undefined,
    identityPolicies,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
    permissionBoundaries: undefined,
    vpcEndpointPolicies: undefined,
    simulationParameters: {
      simulationMode: 'Strict',
      discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
    },
  });
  return ours[result];
}

export function oracleIdentity(
  policy: unknown,
  action: string,
  resource: string,
  keys: Keys,
): Decision {
  return simulate({ principal: role, action, resource, keys, identityPolicies: [load(policy)] });
}

export function oracleTrust(policy: unknown, principal: RequestPrincipal, keys: Keys): Decision {
  const isService = principal.kind === 'service';
  return simulate({
    principal: isService ? principal.service : 'arn' in principal ? principal.arn : '',
    action: 'sts:AssumeRole',
    resource: trusted,
    keys,
    identityPolicies: isService ? [] : [allowAllActions],
    resourcePolicy: load(policy),
  });
}

const contextOf = (keys: Keys): RequestContext => ({ keys, otherKeys: 'absent' });

export function ourIdentity(
  policy: unknown,
  action: string,
  resource: string,
  keys: Keys,
): Decision {
  const request: AccessRequest = { action, resource, context: contextOf(keys) };
  return evaluateIdentityPolicies([parsePolicy(policy).document], request).decision;
}

export function ourTrust(policy: unknown, principal: RequestPrincipal, keys: Keys): Decision {
  const request = {
    principal,
    action: 'sts:AssumeRole',
    resource: trusted,
    context: contextOf(keys),
  };
  return evaluateTrustPolicy(parsePolicy(policy).document, request).decision;
}
