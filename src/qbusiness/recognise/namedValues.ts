import type { PastedName, PastedValues, Recogniser, Recognition } from './recognition';
import { REGION_NAME } from './regionName';

const id = '[a-zA-Z0-9]{8}(?:-[a-zA-Z0-9]{4}){3}-[a-zA-Z0-9]{12}';
const value = `(?<value>${id}|\\d{12}|${REGION_NAME})(?![\\w-])`;
const name = '(?<name>[A-Za-z][\\w.]{1,80})';

/** `NAME=value`, `Stack.Name = value`, `"name": "value"`, `name: value`, and a row of a table. */
const pair = new RegExp(
  `(?<![\\w.?&;-])${name}["']?[ \\t]{0,40}[=:|][ \\t]{0,40}["']?${value}`,
  'g',
);

/** An output of a stack, as `describe-stacks` prints it. */
const output = new RegExp(
  `OutputKey["']?[ \\t]*:[ \\t]*["']?${name}["']?,?[ \\t\\n]{1,40}["']?OutputValue["']?[ \\t]*:[ \\t]*["']?${value}`,
  'g',
);

/** Which value a name stands for, by its ending; without separators, in lower case. */
const endings: readonly (readonly [ending: RegExp, name: PastedName, title: string])[] = [
  [/web(?:experience|exp|ex)(?:id)?$/, 'webExperienceId', 'Web experience ID'],
  [/(?<!identitycenter|client|idc)(?:application|app)id$/, 'applicationId', 'Application ID'],
  [/(?:^|aws|default|stack|deploy|qbusiness)region$/, 'region', 'Region'],
  [/(?:accountid|awsaccount|^account)$/, 'accountId', 'Account ID'],
];

const forms: Readonly<Record<PastedName, RegExp>> = {
  webExperienceId: new RegExp(`^${id}$`),
  applicationId: new RegExp(`^${id}$`),
  region: new RegExp(`^${REGION_NAME}$`),
  accountId: /^\d{12}$/,
  origins: /^(?!)/,
};

/** Values with a name that says what they are: environment files, outputs of stacks, events. */
export const recogniseNamedValues: Recogniser = (text) => {
  const found = [...text.matchAll(output), ...text.matchAll(pair)].flatMap(readPair);
  const isAboutApplication = found.some(
    ({ values }) => values.applicationId !== undefined || values.webExperienceId !== undefined,
  );
  // Many files name a Region and an account; only beside an application are they the application's.
  return [...(isAboutApplication ? found : []), ...recogniseStackArns(text)];
};

function readPair(match: RegExpExecArray): readonly Recognition[] {
  const { name: written = '', value: read = '' } = match.groups ?? {};
  const plain = written.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known = endings.find(([ending]) => ending.test(plain));
  if (!known || !forms[known[1]].test(read)) return [];
  const [, field, title] = known;
  const values: PastedValues = { [field]: read };
  return [
    {
      title: `${title} in ${written}`,
      values,
      // An account without further words may be that of a user.
      weight: field === 'accountId' && /^account/i.test(written) ? 'likely' : 'certain',
      start: match.index,
      end: match.index + match[0].length,
    },
  ];
}

const stackArn = new RegExp(
  `(?<![\\w:/-])arn:aws(?:-[a-z]{1,8}){0,3}:cloudformation:(?<region>${REGION_NAME}):(?<account>\\d{12}):stack/[\\w/-]{1,200}`,
  'g',
);

/** A stack with the application in it is in its account and Region, as a rule. */
const recogniseStackArns: Recogniser = (text) =>
  [...text.matchAll(stackArn)].map(({ index, 0: arn, groups }): Recognition => ({
    title: 'Stack ARN',
    values: { region: groups?.['region'] ?? '', accountId: groups?.['account'] ?? '' },
    weight: 'likely',
    lacks: 'A stack ARN holds no application ID.',
    start: index,
    end: index + arn.length,
  }));
