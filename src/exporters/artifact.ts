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

/** One form in which a plan is exported: files of the archive, listed under one label on the page. */
export interface Exporter<Id extends string = string> {
  readonly id: Id;
  /** The name of the group of files on the page. */
  readonly label: string;
  readonly summary: string;
  /** Deterministic: the same plan gives the same bytes. */
  readonly render: (plan: RolePlan) => readonly Artifact[];
}

export const defineExporter = <const Id extends string>(exporter: Exporter<Id>): Exporter<Id> =>
  exporter;
