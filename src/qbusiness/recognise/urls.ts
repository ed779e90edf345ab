import { RESOURCE_ID } from '../resourceId';
import type { PastedValues, Recogniser, Recognition } from './recognition';
import { REGION_NAME } from './regionName';

/** With multi-session sign-in the host starts with the account and a random word. */
const consoleUrl = new RegExp(
  `https://(?:(?<account>\\d{12})-[a-z0-9]{1,20}\\.)?(?:(?<host>${REGION_NAME})\\.)?console\\.aws\\.amazon\\.com/amazonq/business(?<path>/[^\\s"'<>?#]*)?(?:\\?(?<query>[^\\s"'<>#]*))?(?:#[^\\s"'<>]*)?(?![\\w.-])`,
  'g',
);

export const recogniseConsoleUrls: Recogniser = (text) =>
  [...text.matchAll(consoleUrl)].map((match): Recognition => {
    const { account, host, path = '', query = '' } = match.groups ?? {};
    const [, applicationId, webExperienceId] =
      new RegExp(
        `^/applications/(${RESOURCE_ID})(?:/(?:web-experiences?/(${RESOURCE_ID})(?:/|$))?|$)`,
      ).exec(path) ?? [];
    const name = new RegExp(`(?:^|[&;])region=(${REGION_NAME})(?:&|$)`).exec(query)?.[1] ?? host;
    return {
      title: 'Console URL',
      values: present({ region: name, accountId: account, applicationId, webExperienceId }),
      weight: 'certain',
      ...whatLacks('The console URL', {
        Region: name,
        'account ID': account,
        'application ID': applicationId,
      }),
      ...place(match),
    };
  });

const apiUrl = new RegExp(
  `https://(?:[a-z0-9-]{1,80}\\.)?qbusiness(?:-fips)?\\.(?<region>${REGION_NAME})\\.(?:api\\.aws|vpce\\.amazonaws\\.com|amazonaws\\.com)(?:/applications/(?<application>${RESOURCE_ID})(?![\\w-])(?:/experiences/(?<web>${RESOURCE_ID})(?![\\w-]))?)?(?:[/?][^\\s"'<>]*)?(?![\\w.-])`,
  'g',
);

export const recogniseApiUrls: Recogniser = (text) =>
  [...text.matchAll(apiUrl)].map((match): Recognition => {
    const { region: name, application, web } = match.groups ?? {};
    return {
      title: 'API endpoint URL',
      values: present({ region: name, applicationId: application, webExperienceId: web }),
      weight: 'certain',
      ...whatLacks('An API endpoint URL', {
        'account ID': undefined,
        'application ID': application,
      }),
      ...place(match),
    };
  });

const webExperienceUrl = new RegExp(
  `(?<![\\w.-])(?:https://)?[a-z0-9]{8}\\.chat\\.qbusiness\\.(?<region>${REGION_NAME})\\.on\\.aws(?:[/?#][^\\s"'<>]*)?(?![\\w.-])`,
  'g',
);

/** The first label of the host is neither the application's nor the web experience's ID. */
export const recogniseWebExperienceUrls: Recogniser = (text) =>
  [...text.matchAll(webExperienceUrl)].map((match): Recognition => ({
    title: 'Web experience URL',
    values: present({ region: match.groups?.['region'] }),
    weight: 'certain',
    lacks: 'A web experience URL holds the Region only: no account ID and no application ID.',
    ...place(match),
  }));

const place = (match: RegExpExecArray) => ({
  start: match.index,
  end: match.index + match[0].length,
});

function whatLacks(
  what: string,
  parts: Readonly<Record<string, string | undefined>>,
): { readonly lacks?: string } {
  const missing = Object.keys(parts).filter((name) => parts[name] === undefined);
  return missing.length === 0 ? {} : { lacks: `${what} holds no ${missing.join(' and no ')}.` };
}

function present(values: {
  readonly [Name in keyof PastedValues]: PastedValues[Name] | undefined;
}): PastedValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
