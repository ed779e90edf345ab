/**
 * The ARN of an application; each part may be a placeholder.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html
 */
export const applicationArn = (
  {
    partition,
    region,
    accountId,
  }: {
    readonly partition: string;
    readonly region: string;
    readonly accountId: string;
  },
  applicationId: string,
): `arn:${string}` =>
  `arn:${partition}:qbusiness:${region}:${accountId}:application/${applicationId}`;
