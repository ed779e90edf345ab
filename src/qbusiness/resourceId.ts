/**
 * An ID of an application, a web experience or another resource of the service: the source of a regular
 * expression, without anchors.
 *
 * @see https://docs.aws.amazon.com/amazonq/latest/api-reference/API_Application.html
 */
export const RESOURCE_ID = '[a-zA-Z0-9][a-zA-Z0-9-]{35}';

/** Characters of such an ID. */
export const RESOURCE_ID_LENGTH = 36;

/** A pattern of IAM that matches every such ID. */
export const ANY_RESOURCE_ID = '?'.repeat(RESOURCE_ID_LENGTH);
