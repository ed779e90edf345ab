import { planRole, type RolePlan } from '../qbusiness/plan';
import type { RoleTemplate } from '../qbusiness/request';

/** The values in which the rows of a batch differ, in the order of their stand-ins. */
export type RowValues = readonly string[];

/** Plans that differ in nothing but {@link RowValues} of one shape. */
export interface PlanGroup {
  /** The plan with a stand-in in place of each value. */
  readonly plan: RolePlan;
  readonly standIns: RowValues;
}

/** A plan as one of a group. */
export interface GroupedPlan {
  readonly group: PlanGroup;
  readonly values: RowValues;
}

/** Letters, digits and signs that IAM allows in names, beginning with a letter or a digit. */
const plainValue = /^[A-Za-z0-9][A-Za-z0-9+=,.@_-]*$/;

/** Could be a keyword of a target language, such as `null` or `time`. */
const perhapsReserved = /^[A-Za-z]{1,12}$/;

/**
 * Groups plans that are printed alike. Printers depend on the length of a value, its first character
 * and the kinds of characters in it (whether to quote, where to break a line), not on the value
 * itself. So the text of one plan is that of another of its group with other values in it.
 */
export class PlanGroups {
  readonly #groups = new Map<string, PlanGroup>();
  readonly #known = new WeakMap<RolePlan, GroupedPlan | undefined>();

  /** Undefined for a plan whose values stand in other places too, or could mean something. */
  of(plan: RolePlan): GroupedPlan | undefined {
    if (!this.#known.has(plan)) this.#known.set(plan, this.#find(plan));
    return this.#known.get(plan);
  }

  #find({ template }: RolePlan): GroupedPlan | undefined {
    const { accountId, settings, applicationIds } = template;
    const webExperienceId =
      template.accessMode === 'web-experience' ? template.webExperienceId : '';
    const values = [
      accountId,
      applicationIds[0],
      webExperienceId ?? '',
      settings.roleName,
      settings.policyName === settings.roleName ? '' : settings.policyName,
    ];
    if (applicationIds.length > 1 || !values.every((value) => value === '' || isPlain(value))) {
      return undefined;
    }
    const rest = JSON.stringify(withValues(template, ['', '', '', '', '']));
    if (values.some((value) => value !== '' && rest.includes(value))) return undefined;
    const key = `${values.map(shapeOf).join(' ')} ${rest}`;
    const known = this.#groups.get(key);
    if (known) return { group: known, values };
    const standIns = values.map(standInFor);
    const group = { plan: planRole(withValues(template, standIns)), standIns };
    this.#groups.set(key, group);
    return { group, values };
  }
}

const isPlain = (value: string): boolean => plainValue.test(value) && !perhapsReserved.test(value);

/** The template with other values, in the order of {@link RowValues}. */
function withValues(template: RoleTemplate, values: RowValues): RoleTemplate {
  const [accountId = '', applicationId = '', webExperienceId = '', roleName = '', policyName = ''] =
    values;
  const { permissionsBoundary: boundary, ...settings } = template.settings;
  const base = {
    ...template,
    accountId,
    applicationIds: [applicationId] as const,
    settings: {
      ...settings,
      roleName,
      policyName: policyName === '' ? roleName : policyName,
      ...(boundary !== undefined && {
        // The boundary is a policy of the role's own account, mostly.
        permissionsBoundary:
          `arn:${boundary.slice(4).replaceAll(template.accountId, accountId)}` as const,
      }),
    },
  };
  return base.accessMode === 'web-experience' && base.webExperienceId !== undefined
    ? { ...base, webExperienceId }
    : base;
}

const signs = '+=,.@_-';

/** What printers depend on: length, kind of the first character, and the kinds of all characters. */
function shapeOf(value: string): string {
  let kinds = 0;
  for (let index = 0; index < value.length; index += 1) kinds |= kindOf(value.charCodeAt(index));
  return `${value.length}.${kindOf(value.charCodeAt(0))}.${kinds}`;
}

/** The kind of a character as a bit: zero, another digit, a letter, or one of the signs. */
function kindOf(code: number): number {
  if (code === 0x30) return 1;
  if (code > 0x30 && code <= 0x39) return 2;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 4;
  return 8 << signs.indexOf(String.fromCharCode(code));
}

/** A text of the value's shape that stands nowhere else. */
function standInFor(value: string, index: number): string {
  let seed = 7 + 11 * index;
  return value.replaceAll(/[A-Za-z1-9]/g, (character) => {
    seed = (seed * 75 + 74) % 65_537;
    return /\d/.test(character) ? String(1 + (seed % 9)) : 'bcdfghjklmnpqrstvwxz'.charAt(seed % 20);
  });
}
