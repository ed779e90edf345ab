/**
 * The default caller of an API-only role when links and drafts of version 1 were defined. They leave it
 * out, so a link or draft without a caller means this one.
 */
export const CALLER_OF_VERSION_1 = 'lambda';

/** The values of a link or a draft with what version 1 left out. */
export function withCallerOfVersion1(json: unknown): unknown {
  return typeof json === 'object' &&
    json !== null &&
    'accessMode' in json &&
    json.accessMode === 'api-only' &&
    !('caller' in json)
    ? { ...json, caller: CALLER_OF_VERSION_1 }
    : json;
}
