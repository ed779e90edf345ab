import type { CompanionPolicy } from '../qbusiness/companions';
import type { RolePlan } from '../qbusiness/plan';
import {
  and,
  equals,
  GUARD,
  guardCondition,
  guardRules,
  not,
  ref,
  type Template,
  type TemplateValue,
} from './cloudFormationTemplate';
import { companionHolder } from './companionHolder';
import { companionPolicyName } from './companionSteps';

/**
 * Each companion policy on the role or user that a parameter names. Undefined where there is none
 * that CloudFormation can attach: it cannot set the policy of an endpoint that exists, nor reach
 * into another account.
 */
export function companionsTemplate(plan: RolePlan): Template | undefined {
  const parts = plan.companions.flatMap((companion) => companionPart(plan, companion) ?? []);
  if (parts.length === 0) return undefined;
  const entriesOf = (section: keyof CompanionPart) =>
    Object.fromEntries(parts.map((part) => part[section]));
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Policies that others need beside the role ${plan.roleName}`,
    Parameters: entriesOf('parameter'),
    Rules: guardRules(plan),
    Conditions: { [GUARD]: guardCondition(plan), ...entriesOf('condition') },
    Resources: entriesOf('resource'),
  };
}

type Entry = readonly [name: string, value: TemplateValue];

interface CompanionPart {
  readonly parameter: Entry;
  readonly condition: Entry;
  readonly resource: Entry;
}

function companionPart(plan: RolePlan, companion: CompanionPolicy): CompanionPart | undefined {
  const holder = companionHolder(plan, companion);
  if (holder.kind === 'vpc-endpoint') return undefined;
  if (holder.kind !== 'unknown' && holder.accountId !== plan.accountId) return undefined;
  const kind = holder.kind === 'user' ? 'User' : 'Role';
  const name = pascalCase(companion.id);
  const parameter = `${name}${kind}Name`;
  const isNamed = `Has${parameter}`;
  return {
    parameter: [
      parameter,
      {
        Type: 'String',
        Default: holder.kind === 'unknown' ? '' : holder.name,
        Description: `${companion.title}: ${companion.holder}. Empty: nobody gets the policy.`,
      },
    ],
    condition: [isNamed, and([{ Condition: GUARD }, not([equals([ref(parameter), ''])])])],
    resource: [
      `${name}Policy`,
      {
        Type: `AWS::IAM::${kind}Policy`,
        Condition: isNamed,
        Properties: {
          [`${kind}Name`]: ref(parameter),
          PolicyName: companionPolicyName(companion),
          PolicyDocument: { document: companion.document },
        },
      },
    ],
  };
}

const pascalCase = (id: string): string =>
  id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
