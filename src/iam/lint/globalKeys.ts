export type KeyType = 'string' | 'arn' | 'boolean' | 'date' | 'numeric' | 'ip' | 'epoch';

export interface GlobalKey {
  readonly type: KeyType;
  readonly multivalued: boolean;
}

const one = (type: KeyType): GlobalKey => ({ type, multivalued: false });
const several = (type: KeyType): GlobalKey => ({ type, multivalued: true });

/** The day on which the list below was read, ISO 8601. */
export const globalKeysAsOf = '2026-11-23';

/**
 * Global condition keys, in lower case. In a policy, `/` and the key of a tag follow those for tags.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const globalKeys: Readonly<Record<string, GlobalKey>> = {
  'aws:assumedroot': one('boolean'),
  'aws:calledvia': several('string'),
  'aws:calledviaawsmcp': one('string'),
  'aws:calledviafirst': one('string'),
  'aws:calledvialast': one('string'),
  'aws:chatbotsourcearn': one('arn'),
  'aws:currenttime': one('date'),
  'aws:ec2instancesourceprivateipv4': one('ip'),
  'aws:ec2instancesourcevpc': one('string'),
  'aws:epochtime': one('epoch'),
  'aws:federatedprovider': one('string'),
  'aws:ismcpserviceaction': one('boolean'),
  'aws:multifactorauthage': one('numeric'),
  'aws:multifactorauthpresent': one('boolean'),
  'aws:principalaccount': one('string'),
  'aws:principalarn': one('arn'),
  'aws:principalisawsservice': one('boolean'),
  'aws:principalorgid': one('string'),
  'aws:principalorgmasteraccountid': one('string'),
  'aws:principalorgpaths': several('string'),
  'aws:principalservicename': one('string'),
  'aws:principalservicenameslist': several('string'),
  'aws:principaltag': one('string'),
  'aws:principaltype': one('string'),
  'aws:referer': one('string'),
  'aws:requestedregion': one('string'),
  'aws:requesttag': one('string'),
  'aws:resourceaccount': one('string'),
  'aws:resourceorgid': one('string'),
  'aws:resourceorgpaths': several('string'),
  'aws:resourcetag': one('string'),
  'aws:securetransport': one('boolean'),
  'aws:signinsessionarn': one('arn'),
  'aws:sourceaccount': one('string'),
  'aws:sourcearn': one('arn'),
  'aws:sourceidentity': one('string'),
  'aws:sourceip': one('ip'),
  'aws:sourceorgid': one('string'),
  'aws:sourceorgpaths': several('string'),
  'aws:sourceowner': one('string'),
  'aws:sourcevpc': one('string'),
  'aws:sourcevpcarn': one('arn'),
  'aws:sourcevpce': one('string'),
  'aws:tagkeys': several('string'),
  'aws:tokenissuetime': one('date'),
  'aws:useragent': one('string'),
  'aws:userid': one('string'),
  'aws:username': one('string'),
  'aws:viaawsmcpservice': one('boolean'),
  'aws:viaawsservice': one('boolean'),
  'aws:vpceaccount': one('string'),
  'aws:vpceorgid': one('string'),
  'aws:vpceorgpaths': several('string'),
  'aws:vpcsourceip': one('ip'),
};

/** What is known of a global key; undefined for a service's own keys and for unknown ones. */
export function globalKey(key: string): GlobalKey | undefined {
  const name = key.toLowerCase().split('/')[0] ?? '';
  return Object.hasOwn(globalKeys, name) ? globalKeys[name] : undefined;
}
