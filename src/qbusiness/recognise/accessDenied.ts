import { recogniseApplicationArns, recogniseIdentityArns } from './arns';
import type { Recogniser, Recognition } from './recognition';

const refusal =
  /(?:User:\s{1,4}(?<caller>arn:\S{1,300})\s{1,4})?is\s{1,4}not\s{1,4}authorized\s{1,4}to\s{1,4}perform:\s{1,4}(?<action>[a-z0-9-]{1,40}:[A-Za-z]{1,80})(?:\s{1,4}on\s{1,4}resource:\s{1,4}(?<resource>\S{1,300}))?/g;

/**
 * What AWS answers to a call that no policy allows. The resource’s account is the application’s; the
 * caller’s may be another one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const recogniseAccessDenied: Recogniser = (text) =>
  [...text.matchAll(refusal)].flatMap((match): Recognition[] => {
    const { caller = '', action = '', resource = '' } = match.groups ?? {};
    const at = { start: match.index, end: match.index + match[0].length };
    const title = `Access denied message for ${action}`;
    const [application] = recogniseApplicationArns(resource);
    if (application) return [{ ...application, title, ...at }];
    const [identity] = [...recogniseIdentityArns(resource), ...recogniseIdentityArns(caller)];
    if (!identity) {
      const lacks = 'This message names neither the application nor an account.';
      return [{ title, values: {}, weight: 'likely', isMessage: true, lacks, ...at }];
    }
    return [
      {
        title,
        values: identity.values,
        weight: 'likely',
        lacks: 'This message names no application.',
        ...at,
      },
    ];
  });
