import type { RolePlan } from '../qbusiness/plan';

/** The language of a file, as the code view colours it. */
export type Language =
  'json' | 'yaml' | 'hcl' | 'shell' | 'powershell' | 'markdown' | 'typescript' | 'plaintext';

/** One file of an export. */
export interface Artifact {
  /** Relative, with forward slashes, below the folder that holds `policies`. */
  readonly path: string;
  readonly language: Language;
  /** Ends with a line feed; no carriage returns. */
  readonly contents: string;
  /** Unix permission: scripts are executable in the archive. */
  readonly executable?: true;
}

/** One way to hand a plan to the world: a tab on the page and files in the archive. */
export interface Exporter<Id extends string = string> {
  readonly id: Id;
  /** The tab's label. */
  readonly label: string;
  readonly summary: string;
  /** Same plan, same bytes. */
  readonly render: (plan: RolePlan) => readonly Artifact[];
}

export const defineExporter = <const Id extends string>(exporter: Exporter<Id>): Exporter<Id> =>
  exporter;
