import type { RoleFormValues } from '@/qbusiness/form/formValues';
import type { CleanedValue, RequestJsonProblem } from '@/qbusiness/form/requestJson';
import { decodeShareLink } from '@/qbusiness/form/shareLink';

/** A fragment that looks like one of ours. */
export type OpenedLink =
  | {
      readonly kind: 'values';
      readonly values: RoleFormValues;
      readonly problems: readonly RequestJsonProblem[];
      readonly cleaned: readonly CleanedValue[];
    }
  /** Made by a version of this page that writes links in another way. */
  | { readonly kind: 'unknown-version' };

/** Reads the fragment; nothing in it is trusted, the form judges each value as if typed. */
export function readLink(fragment: string): OpenedLink {
  const decoded = decodeShareLink(fragment);
  return decoded === undefined ? { kind: 'unknown-version' } : { kind: 'values', ...decoded };
}
