import { partitionOfRegion } from '../../iam/arn';
import { applicationArn } from '../applicationArn';
import type { ExpectedApplication } from './productRule';

/** The ARNs of the applications that are meant; undefined where one of their parts is not known. */
export function expectedArns({
  region,
  accountId,
  applicationIds = [],
}: ExpectedApplication): readonly string[] | undefined {
  if (region === undefined || accountId === undefined || applicationIds.length === 0) {
    return undefined;
  }
  const partition = partitionOfRegion(region);
  return applicationIds.map((id) => applicationArn({ partition, region, accountId }, id));
}
