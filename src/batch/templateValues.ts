import type { Intrinsic, TemplateValue } from '../exporters/cloudFormationTemplate';
import { roleTemplate } from '../exporters/cloudFormationTemplate';
import { loosePolicy } from '../exporters/policyDocuments';
import type { PolicyDocument } from '../iam/document';
import type { RolePlan } from '../qbusiness/plan';
import { yamlMap } from '../exporters/cloudFormation';
import { printYaml } from '../syntax/yaml';

/** A mapping of a template, such as a resource or its properties. */
export type TemplateMap = Readonly<Record<string, TemplateValue>>;

export const isList = (value: TemplateValue): value is readonly TemplateValue[] =>
  Array.isArray(value);

export const isIntrinsic = (value: TemplateValue): value is Intrinsic =>
  typeof value === 'object' && !isList(value) && 'intrinsic' in value;

const isDocument = (value: TemplateValue): value is { readonly document: PolicyDocument } =>
  typeof value === 'object' && !isList(value) && 'document' in value;

export const isMap = (value: TemplateValue | undefined): value is TemplateMap =>
  typeof value === 'object' && !isList(value) && !isIntrinsic(value) && !isDocument(value);

/** The role and its policy as resources of a template for many: under names with a number, and kept. */
export function numberedResources(plan: RolePlan, number: string): TemplateMap {
  const resources = roleTemplate(plan)['Resources'];
  if (!isMap(resources)) return {};
  return Object.fromEntries(
    Object.entries(resources)
      // A stack has one Region, and a web experience lives in that of its application.
      .filter(([name]) => name !== 'WebExperience')
      .map(([name, resource]) => [`${name}${number}`, keep(renamed(resource, number))]),
  );
}

/**
 * A role that leaves the template stays in the account: a web experience or a caller may be using it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function keep(resource: TemplateValue): TemplateValue {
  if (!isMap(resource)) return resource;
  const { Type, Properties, ...attributes } = resource;
  return {
    ...(Type !== undefined && { Type }),
    ...attributes,
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    ...(Properties !== undefined && { Properties }),
  };
}

function renamed(value: TemplateValue, number: string): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((part) => renamed(part, number));
  if (isIntrinsic(value)) {
    return value.intrinsic === 'Ref' && value.argument === 'Role'
      ? { ...value, argument: `Role${number}` }
      : value;
  }
  if (isDocument(value)) return value;
  return mapValues(value, (part) => renamed(part, number));
}

export const mapValues = (
  map: TemplateMap,
  change: (value: TemplateValue, key: string) => TemplateValue,
): TemplateMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

/** Documents as plain values, so that a function can stand in them. */
export function opened(value: TemplateValue): TemplateValue {
  if (typeof value !== 'object' || isIntrinsic(value)) return value;
  if (isList(value)) return value.map(opened);
  if (isDocument(value)) return plain(loosePolicy(value.document));
  return mapValues(value, opened);
}

function plain(value: unknown): TemplateValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  }
  if (typeof value === 'string' || typeof value === 'number') return value;
  return String(value);
}

/** The entries of a map in YAML as they stand below a key at the top of a template; empty for none. */
export function printBelow(values: TemplateMap): string {
  if (Object.keys(values).length === 0) return '';
  const text = printYaml(yamlMap({ Key: values }));
  return text.slice(text.indexOf('\n') + 1);
}
