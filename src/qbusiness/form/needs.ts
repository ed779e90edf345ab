import type { NonEmpty } from '../../iam/document';

/** That a field applies only while another one holds, or does not hold, one value. */
export type Need =
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly isNot: string };

export type Needs = NonEmpty<Need>;

export const webExperienceOnly: Needs = [{ field: 'accessMode', is: 'web-experience' }];
export const apiOnly: Needs = [{ field: 'accessMode', is: 'api-only' }];
/** A role that exists keeps its name, path, tags and boundary. */
export const newRoleOnly: Needs = [{ field: 'caller', isNot: 'existing-role' }];
