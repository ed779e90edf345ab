/**
 * What CloudFormation takes in one template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const templateLimits = {
  /** Of a template that is part of the request. */
  bytesInRequest: 51_200,
  /** Of a template in Amazon S3. */
  bytesInBucket: 1_000_000,
  resources: 500,
  outputs: 200,
  /** Mappings, and the keys at the top of each: here the accounts. */
  mappings: 200,
  mappingKeys: 200,
} as const;
