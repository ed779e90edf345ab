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
import type { BatchPrinter } from './batchPrinter';
import { templateLimits } from './templateLimits';
import { numberedResources, printBelow } from './templateValues';

/** A plain template for one account and how many roles it holds. */
export interface AccountTemplate {
  readonly artifact: Artifact;
  readonly roles: number;
}

/**
 * Templates in which a reviewer sees the final documents: no parameters, no mappings. A template ends
 * where the next role would break a limit; each is a stack of its own.
 */
export function accountTemplates(
  account: AccountPlans,
  printer: BatchPrinter,
): readonly AccountTemplate[] {
  const parts = splitPlans(account.plans, printer);
  return parts.map((plans, index) => {
    const number = parts.length === 1 ? '' : `-${index + 1}`;
    const path = `${account.accountId}/cloudformation/template${number}.yaml`;
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
        contents: printTemplate(
          plans,
          `Run in the folder that holds "${account.accountId}", with credentials of that account:\n${printShellCommand(command)}`,
          printer,
        ),
      },
    };
  });
}

function splitPlans(
  plans: readonly RolePlan[],
  printer: BatchPrinter,
): readonly (readonly RolePlan[])[] {
  const parts: RolePlan[][] = [];
  let part: RolePlan[] = [];
  let bytes = 0;
  let resources = 0;
  for (const plan of plans) {
    const own = resourcesText(plan, 999, printer);
    const output = outputText(plan, 999, printer);
    const size =
      'Resources:\n'.length + own.length + (output || ' {}').length + 'Outputs:\n'.length;
    // Names of resources alone stand at this place of a line.
    const count = own.match(/^ {2}\S/gm)?.length ?? 0;
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

function printTemplate(plans: readonly RolePlan[], header: string, printer: BatchPrinter): string {
  const [first] = plans;
  if (first === undefined) return '';
  const head: Template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'IAM roles for anonymous access to Amazon Q Business',
    Rules: guardRules(first),
    Conditions: { [GUARD]: guardCondition(first) },
  };
  const outputs = plans.map((plan, index) => outputText(plan, index + 1, printer)).join('');
  return [
    printYaml(yamlMap(head), { header }),
    'Resources:\n',
    ...plans.map((plan, index) => resourcesText(plan, index + 1, printer)),
    ...(outputs === '' ? [] : ['Outputs:\n', outputs]),
  ].join('');
}

/** The resources of a plan as they stand below `Resources`. */
const resourcesText = (plan: RolePlan, number: number, printer: BatchPrinter): string =>
  printer.text(
    plan,
    'resources of a template',
    (printed, place) => printBelow(numberedResources(printed, place)),
    [String(number)],
  );

const outputText = (plan: RolePlan, number: number, printer: BatchPrinter): string =>
  printer.text(
    plan,
    'output of a template',
    (printed, place) => printBelow(outputOf(printed, place)),
    [String(number)],
  );

const outputOf = (plan: RolePlan, number: string): Readonly<Record<string, TemplateValue>> =>
  plan.target === 'new-role'
    ? {
        [`RoleArn${number}`]: {
          Condition: GUARD,
          Description: plan.roleName,
          Value: { intrinsic: 'Fn::GetAtt', argument: `Role${number}.Arn` },
        },
      }
    : {};
