import { recogniseApplicationArns } from './arns';
import { readCliLines } from './cliLines';
import { readCliRecords, type CliRecord } from './cliRecords';
import { identityWarnings, statusWarnings } from './identityType';
import { recogniseWebExperienceUrls } from './urls';
import type { PastedValues, Recogniser, Recognition } from './recognition';

/**
 * What the AWS CLI prints about applications, web experiences and the caller: as JSON, YAML, table or
 * text.
 */
export const recogniseCliOutput: Recogniser = (text) =>
  [...readCliRecords(text), ...readCliLines(text)].flatMap((record): Recognition[] => {
    const recognition = recognise(record);
    return recognition === undefined
      ? []
      : [{ ...recognition, start: record.start, end: record.end }];
  });

type Reading = Omit<Recognition, 'start' | 'end'>;

function recognise(record: CliRecord): Reading | undefined {
  const { members } = record;
  if (members.Account !== undefined && members.Arn !== undefined) {
    return {
      title: 'Output of get-caller-identity',
      values: { accountId: members.Account },
      weight: 'likely',
      lacks: 'The caller’s identity holds no Region and no application ID.',
    };
  }
  if (members.webExperienceId !== undefined) return webExperience(record, members.webExperienceId);
  return members.applicationId === undefined
    ? undefined
    : application(record, members.applicationId);
}

function application({ members }: CliRecord, applicationId: string): Reading | undefined {
  const { applicationArn, displayName, identityType } = members;
  const isListed = applicationArn === undefined;
  if (isListed && displayName === undefined && members.status === undefined) return undefined;
  return {
    title: isListed
      ? 'Application of list-applications'
      : displayName === undefined
        ? 'Output of create-application'
        : 'Output of get-application',
    values: { ...valuesOfArn(applicationArn), applicationId },
    weight: 'certain',
    ...(displayName !== undefined && { name: displayName }),
    ...(isListed && {
      lacks: 'The output of list-applications holds no account ID and no Region.',
    }),
    warnings: [...identityWarnings(identityType), ...statusWarnings(members.status)],
  };
}

function webExperience({ members, origins }: CliRecord, webExperienceId: string): Reading {
  const { webExperienceArn, applicationId, defaultEndpoint = '' } = members;
  return {
    title:
      webExperienceArn === undefined
        ? 'Web experience of list-web-experiences'
        : applicationId === undefined
          ? 'Output of create-web-experience'
          : 'Output of get-web-experience',
    values: {
      ...recogniseWebExperienceUrls(defaultEndpoint)[0]?.values,
      ...valuesOfArn(webExperienceArn),
      ...(applicationId !== undefined && { applicationId }),
      webExperienceId,
      ...(origins.length > 0 && { origins }),
    },
    weight: 'certain',
    ...(webExperienceArn === undefined && {
      lacks: 'The output of list-web-experiences holds no account ID and no application ID.',
    }),
    warnings: statusWarnings(members.status),
  };
}

const valuesOfArn = (arn: string | undefined): PastedValues =>
  recogniseApplicationArns(arn ?? '')[0]?.values ?? {};
