import type { HttpsUrl } from './document';
import { actionMatches } from './match';

/** The actions that some services are known to have on a day. Newer ones exist. */
export interface ActionCatalogue {
  /** ISO 8601 date. */
  readonly asOf: string;
  readonly source: HttpsUrl;
  /** Service prefix, in lower case, to the names of its operations. */
  readonly services: Readonly<Record<string, readonly string[]>>;
}

/** The known operations of the service that an action pattern names, or undefined if it is not in the catalogue. */
function operationsOf(pattern: string, catalogue: ActionCatalogue): readonly string[] | undefined {
  const service = pattern.split(':')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(catalogue.services, service) ? catalogue.services[service] : undefined;
}

/** The known actions that a pattern reaches. Undefined if the catalogue does not know the service. */
export function expandAction(
  pattern: string,
  catalogue: ActionCatalogue,
): readonly string[] | undefined {
  const service = pattern.split(':')[0]?.toLowerCase() ?? '';
  return operationsOf(pattern, catalogue)
    ?.map((operation) => `${service}:${operation}`)
    .filter((action) => actionMatches(pattern, action) === true);
}
