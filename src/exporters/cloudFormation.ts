import { awsCommand, type Command } from '../qbusiness/command';
import type { RolePlan } from '../qbusiness/plan';
import { printJson } from '../syntax/json';
import { printShellCommand } from '../syntax/shell';
import * as yaml from '../syntax/yaml';
import { defineExporter, type Artifact } from './artifact';
import { companionsTemplate } from './cloudFormationCompanions';
import {
  roleTemplate,
  type Intrinsic,
  type LiteralDocument,
  type Template,
  type TemplateValue,
} from './cloudFormationTemplate';
import { FOLDER, loosePolicy } from './policyDocuments';

const path = (name: string) => `${FOLDER}/cloudformation/${name}`;

export const cloudFormation = defineExporter({
  id: 'cloudformation',
  label: 'CloudFormation',
  summary:
    'Deploy with the command at the top of the template; a named role needs CAPABILITY_NAMED_IAM. A stack in another account is refused.',
  render: (plan) => {
    const template = roleTemplate(plan);
    const files = [
      yamlFile(
        'template.yaml',
        template,
        `Run in the folder that holds "${FOLDER}":`,
        deployCommand(plan, path('template.yaml')),
      ),
      { path: path('template.json'), language: 'json', contents: printJson(jsonValue(template)) },
    ] as const;
    const companions = companionsTemplate(plan);
    return companions === undefined
      ? files
      : [
          ...files,
          yamlFile(
            'companions.yaml',
            companions,
            `Policies that others need. Write the name of a role after its equals sign to give it the policy; leave the others empty.`,
            deployCompanionsCommand(plan, path('companions.yaml'), companions),
          ),
        ];
  },
});

const yamlFile = (name: string, template: Template, text: string, command: Command): Artifact => ({
  path: path(name),
  language: 'yaml',
  contents: yaml.printYaml(yamlMap(template), { header: `${text}\n${printShellCommand(command)}` }),
});

/**
 * The command that makes or updates the stack.
 *
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 */
const deployCommand = (plan: RolePlan, templateFile: string): Command =>
  awsCommand(['cloudformation', 'deploy'], {
    '--region': plan.region,
    '--template-file': templateFile,
    '--stack-name': stackName(plan.roleName),
    '--capabilities': 'CAPABILITY_NAMED_IAM',
  });

const deployCompanionsCommand = (
  plan: RolePlan,
  templateFile: string,
  { Parameters = {} }: Template,
): Command =>
  awsCommand(['cloudformation', 'deploy'], {
    '--region': plan.region,
    '--template-file': templateFile,
    '--stack-name': `${stackName(plan.roleName)}-companions`,
    '--capabilities': 'CAPABILITY_NAMED_IAM',
    '--parameter-overrides': Object.keys(Parameters).map((name) => `${name}=`),
  });

/** A valid stack name: letters, digits and hyphens, a letter first. Role names are shorter than its limit. */
function stackName(roleName: string): string {
  const name = roleName.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return /^[A-Za-z]/.test(name) ? name : `role-${name}`;
}

const isDocument = (value: object): value is LiteralDocument => 'document' in value;

const isIntrinsic = (value: object): value is Intrinsic =>
  'intrinsic' in value && 'argument' in value;

const isList = (value: object): value is readonly TemplateValue[] => Array.isArray(value);

function jsonValue(value: TemplateValue): unknown {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(jsonValue);
  if (isDocument(value)) return loosePolicy(value.document);
  if (!isIntrinsic(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonValue(part)]));
  }
  const { intrinsic, argument } = value;
  if (typeof argument !== 'string') return { [intrinsic]: argument.map(jsonValue) };
  return { [intrinsic]: intrinsic === 'Fn::GetAtt' ? argument.split('.') : argument };
}

export const yamlMap = (value: Template): yaml.MapNode =>
  yaml.map(Object.entries(value).map(([key, part]) => [key, yamlNode(part)]));

function yamlNode(value: TemplateValue): yaml.Node {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(yamlNode);
  if (isDocument(value)) return yaml.literal(loosePolicy(value.document));
  if (!isIntrinsic(value)) return yamlMap(value);
  const { intrinsic, argument } = value;
  return yaml.tag(
    `!${intrinsic.replace('Fn::', '')}`,
    typeof argument === 'string' ? argument : argument.map(yamlNode),
  );
}
