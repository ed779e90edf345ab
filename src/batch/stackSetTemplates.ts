import type { Artifact } from '../exporters/artifact';
import type { TemplateValue } from '../exporters/cloudFormationTemplate';
import type { RolePlan } from '../qbusiness/plan';
import type { AccountPlans } from './accounts';
import type { BatchPrinter } from './batchPrinter';
import type { Slot } from './stackSetMapping';
import { NumberedTemplate } from './stackSetTemplate';
import { templateLimits } from './templateLimits';
import {
  isIntrinsic,
  isList,
  isMap,
  mapValues,
  numberedResources,
  opened,
  type TemplateMap,
} from './templateValues';

/** One StackSet: a template that holds for each of its accounts. */
export interface StackSetTemplate {
  readonly artifact: Artifact;
  readonly name: string;
  readonly accountIds: readonly string[];
}

/** Rows of an account beyond this many go into a second StackSet: two resources a role. */
const ROLES_PER_ACCOUNT = Math.min(templateLimits.mappings, templateLimits.resources / 2);

/**
 * The StackSets for all accounts. What differs between the accounts stands in mappings with the
 * account as key, without macros and transforms, which a service-managed StackSet refuses. A role
 * that an account lacks is left out by a condition.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html
 */
export function* stackSetTemplates(
  accounts: readonly AccountPlans[],
  printer: BatchPrinter,
): Generator<void, readonly StackSetTemplate[]> {
  const prepared: AccountResources[] = [];
  for (const account of accounts) {
    prepared.push(withResources(account, printer));
    yield;
  }
  const parts: Part[] = [];
  for (const layer of layersOf(prepared)) parts.push(...(yield* fittingParts(layer)));
  return parts.map(({ accountIds, text }, index) => {
    const name = `qbusiness-anonymous-roles${parts.length === 1 ? '' : `-${index + 1}`}`;
    return {
      name,
      accountIds,
      artifact: { path: `stack-sets/${name}.yaml`, language: 'yaml', contents: text },
    };
  });
}

/** An account with what stands in a template for each of its roles. */
interface AccountResources {
  readonly accountId: string;
  readonly roles: readonly RoleResources[];
}

interface RoleResources {
  /** What must be equal for two roles to stand in one place: all but the texts and numbers. */
  readonly structure: string;
  readonly resources: TemplateMap;
}

const withResources = (
  { accountId, plans }: AccountPlans,
  printer: BatchPrinter,
): AccountResources => ({
  accountId,
  roles: plans.map((plan) => ({
    structure: printer.text(plan, 'structure in a StackSet', structureOf),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- printed from such a map
    resources: JSON.parse(
      printer.text(plan, 'resources in a StackSet', (printed) =>
        JSON.stringify(resourcesOf(printed)),
      ),
    ) as TemplateMap,
  })),
});

function layersOf(accounts: readonly AccountResources[]): readonly (readonly AccountResources[])[] {
  const depth = Math.max(0, ...accounts.map(({ roles }) => roles.length));
  const layers: (readonly AccountResources[])[] = [];
  for (let start = 0; start < depth; start += ROLES_PER_ACCOUNT) {
    layers.push(
      accounts
        .map((account) => ({
          ...account,
          roles: account.roles.slice(start, start + ROLES_PER_ACCOUNT),
        }))
        .filter(({ roles }) => roles.length > 0),
    );
  }
  return layers;
}

interface Part {
  readonly accountIds: readonly string[];
  readonly text: string;
}

/** Divides the accounts until each template keeps the limits. */
function* fittingParts(accounts: readonly AccountResources[]): Generator<void, readonly Part[]> {
  yield;
  const fitting = fit(accounts);
  if (fitting.text !== undefined) {
    return [{ accountIds: accounts.map(({ accountId }) => accountId), text: fitting.text }];
  }
  const length = Math.ceil(accounts.length / fitting.parts);
  const parts: Part[] = [];
  for (let start = 0; start < accounts.length; start += length) {
    parts.push(...(yield* fittingParts(accounts.slice(start, start + length))));
  }
  return parts;
}

/** The template for accounts, or into how many parts they must be divided: at least two. */
type Fit = { readonly text: string } | { readonly text?: undefined; readonly parts: number };

function fit(accounts: readonly AccountResources[]): Fit {
  const { mappingKeys, bytesInBucket } = templateLimits;
  if (accounts.length > mappingKeys) return { parts: Math.ceil(accounts.length / mappingKeys) };
  const slots = slotsOf(accounts);
  const mayBeDivided = accounts.length > 1;
  if (mayBeDivided && slots.length > ROLES_PER_ACCOUNT) return { parts: 2 };
  const template = new NumberedTemplate(
    slots,
    accounts.map(({ accountId }) => accountId),
  );
  const { resources, rowsLength } = template;
  if (mayBeDivided && resources.length + rowsLength > bytesInBucket) {
    // Each part has the resources, and its share of the rows.
    const room = Math.max(bytesInBucket - resources.length, bytesInBucket / 2);
    return { parts: Math.max(2, Math.ceil(rowsLength / room)) };
  }
  const text = template.print();
  return mayBeDivided && text.length > bytesInBucket ? { parts: 2 } : { text };
}

function slotsOf(accounts: readonly AccountResources[]): readonly Slot[] {
  const slots = new Map<string, Map<string, TemplateMap>>();
  for (const { accountId, roles } of accounts) {
    const counts = new Map<string, number>();
    for (const { structure, resources } of roles) {
      const place = counts.get(structure) ?? 0;
      counts.set(structure, place + 1);
      const key = `${place} ${structure}`;
      const slot = slots.get(key) ?? new Map<string, TemplateMap>();
      slots.set(key, slot.set(accountId, resources));
    }
  }
  return [...slots.values()];
}

/** Without the guard of the single template: the mapping of accounts takes its place. */
function resourcesOf(plan: RolePlan): TemplateMap {
  return mapValues(numberedResources(plan, '0'), (resource) => {
    if (!isMap(resource)) return resource;
    const { Condition: _, ...rest } = resource;
    return opened(rest);
  });
}

const structureOf = (plan: RolePlan): string =>
  `${plan.accessMode} ${plan.caller} ${plan.permissionsPolicy.attachment} ${outlineOf(resourcesOf(plan))}`;

function outlineOf(value: TemplateValue): string {
  if (typeof value !== 'object') return '.';
  if (isList(value)) return `[${value.map(outlineOf).join()}]`;
  if (isIntrinsic(value)) return JSON.stringify(value);
  if (!isMap(value)) return '';
  return `{${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}${outlineOf(part)}`)
    .join()}}`;
}
