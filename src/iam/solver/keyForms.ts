import { globalKey } from '../lint/globalKeys';
import {
  accountForm,
  anyMember,
  arnForm,
  booleanForm,
  organisationForm,
  regionForm,
  type Form,
} from './forms';

const forms: Readonly<Record<string, Form>> = {
  'aws:sourceaccount': accountForm,
  'aws:principalaccount': accountForm,
  'aws:resourceaccount': accountForm,
  'aws:vpceaccount': accountForm,
  'aws:principalorgid': organisationForm,
  'aws:resourceorgid': organisationForm,
  'aws:sourceorgid': organisationForm,
  'aws:vpceorgid': organisationForm,
  'aws:requestedregion': regionForm,
};

/**
 * What the values of a condition key look like. `comparesArns`: some condition takes them for ARNs.
 * An empty text counts as no value and is not among them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function formOfKey(key: string, comparesArns: boolean): Form {
  const name = key.toLowerCase();
  if (Object.hasOwn(forms, name)) return forms[name] ?? anyMember;
  const type = globalKey(name)?.type;
  if (type === 'boolean') return booleanForm;
  return comparesArns || type === 'arn' ? arnForm : anyMember;
}

/** True if a request has at most one value, false if it has a list, undefined if that is not known. */
export function isSingleValued(key: string): boolean | undefined {
  const known = globalKey(key);
  return known && !known.multivalued;
}
