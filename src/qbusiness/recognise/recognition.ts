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

/** What one part of a paste was taken for. */
export interface Recognition {
  /** “Application ARN”, “Output of get-application”. */
  readonly title: string;
  readonly values: PastedValues;
  /**
   * How sure the values are to be the application’s: an account read from a role may be somebody
   * else’s.
   */
  readonly weight: 'certain' | 'likely';
  /** The part of the text that needs no other reading, as offsets. */
  readonly start: number;
  readonly end: number;
  /** Tells this part from others with the same title: the application’s display name. */
  readonly name?: string;
  /** What such a text never holds: “The console URL holds no account ID.” */
  readonly lacks?: string;
  /** What speaks against using the values. */
  readonly warnings?: readonly string[];
  readonly policy?: PastedPolicy;
  /** It says something even without a value: which one is missing. */
  readonly isMessage?: true;
}

/** Values that belong together, as the form may take them. */
export interface PasteCandidate {
  readonly values: PastedValues;
  /** The display name of the application, where the paste tells it. */
  readonly name?: string;
  /** What speaks against using them. */
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

/** What taking over a candidate does to one field. */
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
