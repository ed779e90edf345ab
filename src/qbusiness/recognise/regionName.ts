/** The name of a Region: the source of a regular expression, without anchors. */
export const REGION_NAME = '[a-z]{2,4}(?:-[a-z]{1,12}){1,3}-\\d';
