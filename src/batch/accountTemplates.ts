import type { Artifact } from '../exporters/artifact';
import { yamlMap } from '../exporters/cloudFormation';
import {
  GUARD,
  guardCondition,
  guardRules,
  type Template,
  type TemplateValue,
} from '../exporters/cloudFormationTemplate';
import { awsCommand } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import { printShellCommand } from '../syntax/shell';
import { printYaml } from '../syntax/yaml';
import type { AccountPlans } from './accounts';
import { templateLimits } from './templateLimits';
import { numberedResources } from './templateValues';

/** A plain template for one account and how many roles it holds. */
export interface AccountTemplate {
  readonly artifact: Artifact;
  readonly roles: number;
}

/**
 * Templates in which a reviewer sees the final documents: no parameters, no mappings. A template ends
 * where the next role would break a limit; each is a stack of its own.
 */
export function accountTemplates(account: AccountPlans): readonly AccountTemplate[] {
  const parts = splitPlans(account.plans);
  return parts.map((plans, index) => {
    const number = parts.length === 1 ? '' : `-${index + 1}`;
    const path = `${account.accountId}/cloudformation/template${number}.yaml`;
    const template = templateOf(plans);
    const command = awsCommand(['cloudformation', 'deploy'], {
      '--region': plans[0]?.region ?? '',
      '--template-file': path,
      '--stack-name': `qbusiness-anonymous-roles${number}`,
      '--capabilities': 'CAPABILITY_NAMED_IAM',
    });
    return {
      roles: plans.length,
      artifact: {
        path,
        language: 'yaml',
        contents: printYaml(yamlMap(template), {
          header: `Run in the folder that holds "${account.accountId}", with credentials of that account:\n${printShellCommand(command)}`,
        }),
      },
    };
  });
}

function splitPlans(plans: readonly RolePlan[]): readonly (readonly RolePlan[])[] {
  const parts: RolePlan[][] = [];
  let part: RolePlan[] = [];
  let bytes = 0;
  let resources = 0;
  for (const plan of plans) {
    const own = { Resources: numberedResources(plan, 999), Outputs: outputOf(plan, 999) };
    const size = printYaml(yamlMap(own)).length;
    const count = Object.keys(own.Resources).length;
    const isFull =
      bytes + size > templateLimits.bytesInRequest - frameBytes ||
      resources + count > templateLimits.resources ||
      part.length === templateLimits.outputs;
    if (part.length === 0 || isFull) {
      part = [];
      parts.push(part);
      bytes = 0;
      resources = 0;
    }
    part.push(plan);
    bytes += size;
    resources += count;
  }
  return parts;
}

/** More than header, rules and conditions ever take. */
const frameBytes = 2_000;

function templateOf(plans: readonly RolePlan[]): Template {
  const [first] = plans;
  if (first === undefined) return {};
  const resources: Record<string, TemplateValue> = {};
  const outputs: Record<string, TemplateValue> = {};
  for (const [index, plan] of plans.entries()) {
    Object.assign(resources, numberedResources(plan, index + 1));
    Object.assign(outputs, outputOf(plan, index + 1));
  }
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'IAM roles for anonymous access to Amazon Q Business',
    Rules: guardRules(first),
    Conditions: { [GUARD]: guardCondition(first) },
    Resources: resources,
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  };
}

const outputOf = (plan: RolePlan, number: number): Readonly<Record<string, TemplateValue>> =>
  plan.target === 'new-role'
    ? {
        [`RoleArn${number}`]: {
          Condition: GUARD,
          Description: plan.roleName,
          Value: { intrinsic: 'Fn::GetAtt', argument: `Role${number}.Arn` },
        },
      }
    : {};
