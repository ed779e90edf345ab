import type { Artifact } from '../exporters/artifact';
import { yamlMap } from '../exporters/cloudFormation';
import {
  equals,
  not,
  ref,
  type Template,
  type TemplateValue,
} from '../exporters/cloudFormationTemplate';
import type { RolePlan } from '../qbusiness/plan';
import { printYaml } from '../syntax/yaml';
import type { AccountPlans } from './accounts';
import type { BatchPrinter } from './batchPrinter';
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

/** What the mappings take in YAML at least: most of a template for many accounts, seen before it is printed. */
function leastLength({ Mappings: mappings = {} }: Template): number {
  let length = 0;
  for (const rows of Object.values(isMap(mappings) ? mappings : {})) {
    for (const [accountId, row] of Object.entries(isMap(rows) ? rows : {})) {
      length += accountId.length + 8;
      for (const [name, value] of Object.entries(isMap(row) ? row : {})) {
        length += name.length + (typeof value === 'string' ? value.length : 0) + 11;
      }
    }
  }
  return length;
}

interface Part {
  readonly accountIds: readonly string[];
  readonly text: string;
}

/** Halves the accounts until each template keeps the limits. */
function* fittingParts(accounts: readonly AccountResources[]): Generator<void, readonly Part[]> {
  yield;
  const text = fittingText(accounts);
  if (text !== undefined) {
    return [{ accountIds: accounts.map(({ accountId }) => accountId), text }];
  }
  const half = Math.ceil(accounts.length / 2);
  const first = yield* fittingParts(accounts.slice(0, half));
  return [...first, ...(yield* fittingParts(accounts.slice(half)))];
}

/** The template for these accounts; undefined where it would break a limit that fewer would keep. */
function fittingText(accounts: readonly AccountResources[]): string | undefined {
  const mayBeHalved = accounts.length > 1;
  if (accounts.length > templateLimits.mappingKeys) return undefined;
  const slots = slotsOf(accounts);
  if (mayBeHalved && slots.length > ROLES_PER_ACCOUNT) return undefined;
  const template = templateOf(slots, accounts);
  const isFull = (length: number) => mayBeHalved && length > templateLimits.bytesInBucket;
  if (isFull(leastLength(template))) return undefined;
  const text = printYaml(yamlMap(template));
  return isFull(text.length) ? undefined : text;
}

/** The role of one place in the template: at most one of each account, all of one structure. */
type Slot = ReadonlyMap<string, TemplateMap>;

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
  return mapValues(numberedResources(plan, 0), (resource) => {
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

function templateOf(slots: readonly Slot[], accounts: readonly AccountResources[]): Template {
  const mappings: Record<string, TemplateValue> = {};
  const conditions: Record<string, TemplateValue> = {};
  const resources: Record<string, TemplateValue> = {};
  for (const [index, slot] of slots.entries()) {
    const number = index + 1;
    // One account alone needs its row too: elsewhere the look-up fails, and nothing is created.
    const isEverywhere = slot.size === accounts.length && slot.size > 1;
    const mapping = new Mapping(`Values${number}`, slot);
    const merged = mapping.merge([...slot.values()], []);
    if (!isMap(merged)) continue;
    for (const [name, resource] of Object.entries(merged)) {
      resources[name.replace(/0$/, String(number))] = conditional(
        renumbered(resource, number),
        isEverywhere ? undefined : `HasRole${number}`,
      );
    }
    const rows = mapping.rows(
      accounts.map(({ accountId }) => accountId),
      isEverywhere,
    );
    if (rows !== undefined) mappings[mapping.name] = rows;
    if (!isEverywhere) {
      conditions[`HasRole${number}`] = not([equals([mapping.find('Present'), 'no'])]);
    }
  }
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'IAM roles for anonymous access to Amazon Q Business; each account chooses its rows',
    ...(Object.keys(mappings).length > 0 && { Mappings: mappings }),
    ...(Object.keys(conditions).length > 0 && { Conditions: conditions }),
    Resources: resources,
  };
}

const conditional = (resource: TemplateValue, condition: string | undefined): TemplateValue => {
  if (condition === undefined || !isMap(resource)) return resource;
  const { Type, ...rest } = resource;
  return { ...(Type !== undefined && { Type }), Condition: condition, ...rest };
};

function renumbered(value: TemplateValue, number: number): TemplateValue {
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((part) => renumbered(part, number));
  if (isIntrinsic(value)) {
    return value.argument === 'Role0' ? { ...value, argument: `Role${number}` } : value;
  }
  return isMap(value) ? mapValues(value, (part) => renumbered(part, number)) : value;
}

/** The texts in which the roles of one place differ, by account. */
class Mapping {
  readonly name: string;
  readonly #accountIds: readonly string[];
  /** By the values in the order of the accounts: equal columns are one. */
  readonly #columns = new Map<
    string,
    { readonly name: string; readonly values: readonly string[] }
  >();

  constructor(name: string, slot: Slot) {
    this.name = name;
    this.#accountIds = [...slot.keys()];
  }

  find(column: string): TemplateValue {
    return { intrinsic: 'Fn::FindInMap', argument: [this.name, ref('AWS::AccountId'), column] };
  }

  /** One value for all accounts: what is equal stays, what differs is looked up. */
  merge(values: readonly TemplateValue[], path: readonly string[]): TemplateValue {
    const [first] = values;
    if (first === undefined) return '';
    if (typeof first !== 'object') {
      if (values.every((value) => value === first) && values.length > 1) return first;
      const texts = values.map((value) => (typeof value === 'object' ? '' : String(value)));
      if (texts.every((text, index) => text === this.#accountIds[index]))
        return ref('AWS::AccountId');
      return values.length === 1 ? first : this.find(this.#column(texts, path));
    }
    if (isIntrinsic(first)) return first;
    if (isList(first)) {
      return first.map((_, index) =>
        this.merge(
          values.map((value) =>
            typeof value === 'object' && isList(value) ? (value[index] ?? '') : '',
          ),
          path,
        ),
      );
    }
    return Object.fromEntries(
      Object.keys(first).map((key) => [
        key,
        this.merge(
          values.map((value) => (isMap(value) ? (value[key] ?? '') : '')),
          [...path, key],
        ),
      ]),
    );
  }

  #column(values: readonly string[], path: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.#columns.get(key);
    if (known) return known.name;
    const base = (path.at(-1) ?? '').replaceAll(/[^A-Za-z0-9]/g, '') || 'Value';
    const names = new Set([...this.#columns.values()].map(({ name }) => name));
    let name = base;
    for (let number = 2; names.has(name); number += 1) name = `${base}${number}`;
    this.#columns.set(key, { name, values });
    return name;
  }

  /** A row an account; undefined where the roles are all alike. */
  rows(accountIds: readonly string[], isEverywhere: boolean): TemplateMap | undefined {
    const columns = [...this.#columns.values()];
    if (columns.length === 0 && isEverywhere) return undefined;
    return Object.fromEntries(
      accountIds.map((accountId) => {
        const at = this.#accountIds.indexOf(accountId);
        return [
          accountId,
          {
            ...(!isEverywhere && { Present: at < 0 ? 'no' : 'yes' }),
            ...Object.fromEntries(columns.map(({ name, values }) => [name, values[at] ?? '-'])),
          },
        ];
      }),
    );
  }
}
