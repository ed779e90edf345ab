import { parseArn } from '../../iam/arn';
import { SAMPLE_ACCOUNT_IDS, OFFERED_REGIONS, isSampleIdentifier } from '../facts';
import { cleanIdentifier, cleanPastedText, type CleanedText } from './pastedText';
import { strangeCharacter, type TextField } from './textField';

const SAMPLE_VALUE = 'This is a sample value from the AWS documentation';

const regionForm = /^[a-z]{2,4}(?:-[a-z]+)+-\d$/;

export const regionField: TextField = {
  label: 'Region',
  help: 'The Region of the Amazon Q Business application.',
  example: 'us-east-1',
  token: '{{region}}',
  maxLength: 32,
  clean: (raw) => {
    const { text, removed } = cleanIdentifier(raw);
    return { text: text.toLowerCase(), removed };
  },
  problem: (value) =>
    regionForm.test(value)
      ? undefined
      : (fromArn(value, 'Region', (arn) => arn.region) ??
        'A Region code is letters, hyphens and a final digit, such as us-east-1'),
  caution: (value) =>
    OFFERED_REGIONS.some(({ name }) => name === value)
      ? undefined
      : `Amazon Q Business is offered in four Regions; ${value} is not one of them`,
};

export const accountIdField: TextField = {
  label: 'Account ID',
  help: 'The AWS account that owns the application.',
  example: '111122223333',
  token: '{{account_id}}',
  maxLength: 12,
  clean: (raw) => {
    const cleaned = cleanIdentifier(raw);
    const text = /^[\d-]+$/.test(cleaned.text) ? cleaned.text.replaceAll('-', '') : cleaned.text;
    return text === cleaned.text ? cleaned : { text, removed: [...cleaned.removed, 'hyphens'] };
  },
  problem: accountIdProblem,
  caution: (value) => (SAMPLE_ACCOUNT_IDS.has(value) ? SAMPLE_VALUE : undefined),
};

export const applicationIdField: TextField = {
  label: 'Application ID',
  help: 'On the application’s page in the Amazon Q Business console, or from list-applications.',
  example: 'a1b2c3d4-5678-90ab-cdef-example11111',
  token: '{{application_id}}',
  maxLength: 36,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'application ID', applicationIdOf),
  caution: (value) => (isSampleIdentifier(value) ? SAMPLE_VALUE : undefined),
};

export const webExperienceIdField: TextField = {
  label: 'Web experience ID',
  help: 'Fills in the commands that hand the role over. From list-web-experiences.',
  example: 'b2c3d4e5-6789-01bc-def0-example22222',
  token: '{{web_experience_id}}',
  maxLength: 36,
  clean: cleanIdentifier,
  problem: (value) => identifierProblem(value, 'web experience ID', webExperienceIdOf),
  caution: (value) => (isSampleIdentifier(value) ? SAMPLE_VALUE : undefined),
};

/** @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/embed-amazon-q-business.html */
export const originField: TextField = {
  label: 'Allowed website',
  help: 'A website that may embed the chat. Scheme, host and port only.',
  example: 'https://www.example.com',
  token: '{{origin}}',
  maxLength: 256,
  clean: cleanIdentifier,
  problem: (value) => {
    if (/^https?:\/\/[a-zA-Z0-9\-_.]+(?::\d{1,5})?$/.test(value)) {
      return value.length > 256 ? tooLong(256, value) : undefined;
    }
    if (value.includes('*')) return 'No wildcards: name each website on its own';
    if (!/^https?:\/\//.test(value)) return 'Start with https:// or http://';
    return 'A base URL only: scheme, host and port, no path and no final slash';
  },
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const iamName = (what: string, maxLength: number) => (value: string) => {
  if (value.length > maxLength) return tooLong(maxLength, value);
  const strange = strangeCharacter(value, /[A-Za-z0-9_+=,.@-]/);
  return strange && `A ${what} holds letters, digits and _+=,.@- only; ${strange} is not allowed`;
};

export const roleNameField: TextField = {
  label: 'Role name',
  help: 'Unique in the account; upper and lower case count as the same.',
  example: 'QBusinessAnonymousWeb',
  token: '{{role_name}}',
  maxLength: 64,
  clean: cleanIdentifier,
  problem: (value) => fromRoleArn(value) ?? iamName('role name', 64)(value),
};

export const policyNameField: TextField = {
  label: 'Policy name',
  help: 'The name of the permissions policy.',
  example: 'QBusinessAnonymousWeb',
  token: '{{policy_name}}',
  maxLength: 128,
  clean: cleanIdentifier,
  problem: iamName('policy name', 128),
};

export const rolePathField: TextField = {
  label: 'Path',
  help: 'Groups roles, for example by team. Starts and ends with a slash.',
  example: '/chat/',
  token: '{{path}}',
  maxLength: 512,
  clean: cleanIdentifier,
  problem: (value) => {
    if (value.length > 512) return tooLong(512, value);
    if (!value.startsWith('/') || !value.endsWith('/')) return 'Start and end with a slash: /chat/';
    if (value.startsWith('//')) return 'No empty part: // is not allowed';
    const strange = strangeCharacter(value, /[A-Za-z0-9/_+=,.@-]/);
    if (strange) return `A path holds letters, digits and /_+=,.@- only; ${strange} is not allowed`;
    return value.includes('//') ? 'No empty part: // is not allowed' : undefined;
  },
};

/** The IAM API's character set, less the line breaks and tabs that a single line cannot show. */
const descriptionCharacter = /[\u0020-\u007E\u00A1-\u00FF]/;

export const descriptionField: TextField = {
  label: 'Description',
  help: 'Shown in the IAM console.',
  example: 'Anonymous chat on www.example.com',
  token: '{{description}}',
  maxLength: 1000,
  clean: cleanLine,
  problem: (value) => {
    if (value.length > 1000) return tooLong(1000, value);
    if (/^(?:file|fileb|https?):\/\//i.test(value)) {
      return 'Start with another word: the AWS CLI would load what a leading file:// or http:// names';
    }
    // CloudFormation documents no way to keep a dynamic reference from being resolved.
    if (value.includes('{{resolve:')) {
      return 'Leave out {{resolve: CloudFormation would put a parameter or a secret in its place';
    }
    const strange = strangeCharacter(value, descriptionCharacter);
    if (strange) return `IAM takes Latin-1 characters here; ${strange} is not one`;
    return hidesSpacesInQuotes(value)
      ? 'Windows PowerShell cannot pass on a text whose spaces all stand inside double quotes: use single quotes'
      : undefined;
  },
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const tagCharacter = /[\p{L}\p{Z}\p{N}_.:/=+\-@]/u;
const tagCharacters = 'letters, digits, spaces and _.:/=+-@';

export const tagKeyField: TextField = {
  label: 'Key',
  help: '',
  example: 'team',
  token: '{{tag_key}}',
  maxLength: 128,
  clean: cleanLine,
  problem: (value) => {
    if (value.length > 128) return tooLong(128, value);
    if (/^aws:/i.test(value)) return 'The prefix aws: is reserved for AWS';
    return tagProblem('key', value);
  },
};

export const tagValueField: TextField = {
  label: 'Value',
  help: '',
  example: 'chat',
  token: '{{tag_value}}',
  maxLength: 256,
  clean: cleanLine,
  problem: (value) => (value.length > 256 ? tooLong(256, value) : tagProblem('value', value)),
};

export const permissionsBoundaryField: TextField = {
  label: 'Permissions boundary',
  help: 'The ARN of a managed policy that limits what the role may ever do.',
  example: 'arn:aws:iam::111122223333:policy/Boundary',
  token: '{{permissions_boundary}}',
  maxLength: 2048,
  clean: cleanIdentifier,
  problem: (value) =>
    /^arn:[a-z-]+:iam::(?:\d{12}|aws):policy\/(?:[A-Za-z0-9_+=,.@-]+\/)*[A-Za-z0-9_+=,.@-]{1,128}$/.test(
      value,
    )
      ? undefined
      : 'The ARN of a managed policy: arn:aws:iam::111122223333:policy/Boundary',
};

export const maxSessionDurationField: TextField = {
  label: 'Maximum session duration',
  help: 'In seconds, from 3600 (one hour) to 43200 (twelve hours). Services renew by themselves.',
  example: '3600',
  token: '{{max_session_duration}}',
  maxLength: 5,
  clean: cleanIdentifier,
  problem: (value) => {
    if (!/^\d+$/.test(value)) return 'A whole number of seconds, such as 3600';
    const seconds = Number(value);
    return seconds >= 3600 && seconds <= 43_200 ? undefined : 'From 3600 to 43200 seconds';
  },
};

export const vpcEndpointIdField: TextField = {
  label: 'VPC endpoint ID',
  help: 'The interface endpoint for aws.api.REGION.qbusiness.',
  example: 'vpce-0a1b2c3d4e5f67890',
  token: '{{vpc_endpoint_id}}',
  maxLength: 22,
  clean: cleanIdentifier,
  problem: (value) =>
    /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value)
      ? undefined
      : 'vpce- and 8 or 17 digits of 0-9 and a-f',
};

export const vpcIdField: TextField = {
  label: 'VPC ID',
  help: 'Works only for calls that go through a VPC endpoint in this VPC.',
  example: 'vpc-0a1b2c3d4e5f67890',
  token: '{{vpc_id}}',
  maxLength: 21,
  clean: cleanIdentifier,
  problem: (value) =>
    /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value)
      ? undefined
      : 'vpc- and 8 or 17 digits of 0-9 and a-f',
};

export const ipRangeField: TextField = {
  label: 'IP range',
  help: 'Public addresses of the caller in CIDR notation.',
  example: '203.0.113.0/24',
  token: '{{ip_range}}',
  maxLength: 43,
  clean: cleanIdentifier,
  problem: ipRangeProblem,
};

/** No form of such a word reaches a program unchanged from Windows PowerShell 5.1. */
function hidesSpacesInQuotes(value: string): boolean {
  const outside = value.split('"').filter((_, index) => index % 2 === 0);
  return value.includes(' ') && !outside.some((part) => part.includes(' '));
}

function accountIdProblem(value: string): string | undefined {
  if (/^\d{12}$/.test(value)) return undefined;
  const strange = strangeCharacter(value, /\d/);
  if (strange) {
    return (
      fromArn(value, 'account ID', (arn) => arn.account) ?? `12 digits: ${strange} is not a digit`
    );
  }
  return `12 digits: this has ${value.length}`;
}

const identifierForm = /^[a-zA-Z0-9][a-zA-Z0-9-]{35}$/;

function identifierProblem(
  value: string,
  what: string,
  fromResource: (resource: string) => string | undefined,
): string | undefined {
  if (identifierForm.test(value)) return undefined;
  const arn = parseArn(value);
  if (arn) {
    const found = arn.service === 'qbusiness' ? fromResource(arn.resource) : undefined;
    const article = kindOfArn(arn.service, arn.resource);
    return found
      ? `This is ${article} ARN; its ${what} is ${found}`
      : `This is ${article} ARN, which holds no ${what}`;
  }
  const strange = strangeCharacter(value, /[a-zA-Z0-9-]/);
  if (strange) return `Letters, digits and hyphens only; ${strange} is not allowed`;
  if (value.startsWith('-')) return 'Starts with a letter or a digit';
  return `36 characters: this has ${value.length}`;
}

const applicationIdOf = (resource: string) =>
  /^application\/([a-zA-Z0-9][a-zA-Z0-9-]{35})(?:\/|$)/.exec(resource)?.[1];
const webExperienceIdOf = (resource: string) =>
  /\/web-experience\/([a-zA-Z0-9][a-zA-Z0-9-]{35})$/.exec(resource)?.[1];

function kindOfArn(service: string, resource: string): string {
  if (service === 'iam' && resource.startsWith('role/')) return 'a role';
  if (service !== 'qbusiness') return 'an';
  const types = resource.split('/').filter((_, index) => index % 2 === 0);
  const type = types.at(-1)?.replaceAll('-', ' ') ?? '';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function fromArn(
  value: string,
  what: string,
  read: (arn: NonNullable<ReturnType<typeof parseArn>>) => string,
): string | undefined {
  const arn = parseArn(value);
  if (!arn) return undefined;
  const found = read(arn);
  const article = kindOfArn(arn.service, arn.resource);
  return found
    ? `This is ${article} ARN; its ${what} is ${found}`
    : `This is ${article} ARN, which holds no ${what}`;
}

function fromRoleArn(value: string): string | undefined {
  const arn = parseArn(value);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/')) return undefined;
  return `This is a role ARN; its role name is ${arn.resource.split('/').at(-1)}`;
}

function tagProblem(what: string, value: string): string | undefined {
  const strange = strangeCharacter(value, tagCharacter);
  return strange && `A tag ${what} holds ${tagCharacters}; ${strange} is not allowed`;
}

const tooLong = (limit: number, value: string) =>
  `At most ${limit.toLocaleString('en-US')} characters: this has ${value.length.toLocaleString('en-US')}`;

/**
 * Free text keeps its quotation marks and inner spaces. Composed, because Terraform composes every
 * text: with the other tools the same role would carry another one.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
function cleanLine(raw: string): CleanedText {
  const composed = raw.normalize('NFC');
  const cleaned = cleanPastedText(composed);
  if (!cleaned.removed.includes('quotation marks')) return cleaned;
  const text = cleanPastedText(`x${composed}x`).text.slice(1, -1).trim();
  return { text, removed: cleaned.removed.filter((what) => what !== 'quotation marks') };
}

function ipRangeProblem(value: string): string | undefined {
  const [address = '', bits, ...rest] = value.split('/');
  if (bits === undefined || rest.length > 0) return 'CIDR notation: 203.0.113.0/24';
  const octets = address.split('.');
  const isV4 =
    octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  if (!isV4) return 'An IPv4 range in CIDR notation: 203.0.113.0/24';
  if (!/^\d{1,2}$/.test(bits) || Number(bits) > 32) return 'The prefix length is 1 to 32';
  if (Number(bits) === 0) return 'A prefix length of 0 would allow every address';
  const [first = 0, second = 0] = octets.map(Number);
  const isPrivate =
    first === 10 ||
    first === 127 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168);
  return isPrivate
    ? 'AWS sees public addresses only: private ranges never match. Use a VPC endpoint instead'
    : undefined;
}
