import { awsCommand, type HandoverStep } from './command';
import type { RoleTemplate } from './request';

/** What to do for an application without a web experience. */
export const CREATE_IF_NONE =
  'If it has none, create one with the role. If AWS cannot assume the role yet, retry after 10 seconds.';

/** How long the chat of a link lasts that is created to try the web experience. */
export const TEST_MINUTES = '30';

/**
 * Where the ARN of a web experience role goes: to the web experience, never to the application.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/supported-exp-actions-anonymous.html
 */
export function webExperienceHandover(
  template: Extract<RoleTemplate, { accessMode: 'web-experience' }>,
  roleArn: string,
): readonly HandoverStep[] {
  const [applicationId] = template.applicationIds;
  const { region, webExperienceId } = template;
  const target = { '--region': region, '--application-id': applicationId } as const;
  const role = {
    '--role-arn': roleArn,
    '--origins': template.origins.length > 0 ? template.origins : undefined,
  } as const;
  const test = (id: string): HandoverStep => ({
    text: 'Create a link to try it: it works once, within five minutes.',
    command: awsCommand(['qbusiness', 'create-anonymous-web-experience-url'], {
      ...target,
      '--web-experience-id': id,
      '--session-duration-in-minutes': TEST_MINUTES,
    }),
  });
  if (webExperienceId !== undefined) {
    return [
      {
        text:
          template.origins.length > 0
            ? 'Give the role to the web experience. The origins replace the whole list it has.'
            : 'Give the role to the web experience.',
        command: awsCommand(['qbusiness', 'update-web-experience'], {
          ...target,
          '--web-experience-id': webExperienceId,
          ...role,
        }),
      },
      test(webExperienceId),
    ];
  }
  return [
    {
      text: 'Check for a web experience. If one is listed, enter its ID: the next step becomes an update.',
      command: awsCommand(['qbusiness', 'list-web-experiences'], target),
    },
    {
      text: CREATE_IF_NONE,
      command: awsCommand(['qbusiness', 'create-web-experience'], { ...target, ...role }),
      isOptional: true,
    },
  ];
}
