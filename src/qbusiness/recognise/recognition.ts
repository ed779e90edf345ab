import type { FieldPath } from '../form/textField';

/** The form values that a paste can hold. */
export interface PastedValues {
  readonly region?: string;
  readonly accountId?: string;
  readonly applicationId?: string;
  readonly webExperienceId?: string;
  readonly origins?: readonly string[];
}

export type PastedName = keyof PastedValues;

/** A policy document in the paste, which the audit can read. */
export type PastedPolicy = 'permissions policy' | 'trust policy';

/** One part of a paste that was recognised. */
export interface Recognition {
  /** “Application ARN”, “Output of get-application”. */
  readonly title: string;
  readonly values: PastedValues;
  /**
   * Whether the values certainly belong to the application: the account in the ARN of a role may be
   * another one.
   */
  readonly weight: 'certain' | 'likely';
  /** The recognised part of the text, as offsets; other recognisers do not read it. */
  readonly start: number;
  readonly end: number;
  /** The application’s display name, to tell apart recognitions with the same title. */
  readonly name?: string;
  /** What such a text never holds: “The console URL holds no account ID.” */
  readonly lacks?: string;
  /** Why the values should perhaps not be used. */
  readonly warnings?: readonly string[];
  readonly policy?: PastedPolicy;
  /** True if it is shown even without values, because it says which value is missing. */
  readonly isMessage?: true;
}

/** Values that belong together, as the form may take them. */
export interface PasteCandidate {
  readonly values: PastedValues;
  /** The display name of the application, where the paste tells it. */
  readonly name?: string;
  /** Why the values should perhaps not be used. */
  readonly warnings: readonly string[];
}

/** A value of which a paste holds several, and nothing says which one is meant. */
export interface PasteConflict {
  readonly name: PastedName;
  readonly label: string;
  readonly values: readonly string[];
}

export interface PasteReading {
  /** In the order of the text; empty: nothing was recognised. */
  readonly recognitions: readonly Recognition[];
  /** One, or several to choose from. Every value is accepted by the form’s own rules. */
  readonly candidates: readonly PasteCandidate[];
  readonly conflicts: readonly PasteConflict[];
  /** Values that the form would refuse, as sentences. */
  readonly refusals: readonly string[];
  readonly policies: readonly PastedPolicy[];
}

/** How a candidate changes one field. */
export interface PastedChange {
  readonly path: FieldPath;
  readonly label: string;
  /** Empty: nothing was there. */
  readonly before: string;
  /** Empty: the field is emptied. */
  readonly after: string;
}

/** Reads one kind of text out of a paste that may hold others too. */
export type Recogniser = (text: string) => readonly Recognition[];
