/** Makes the placeholders of a text links to the fields for their values. */
export interface PlaceholderLinks {
  /** Names the link, for example "Account ID is missing: go to the field"; undefined: no link. */
  readonly label: (placeholder: string) => string | undefined;
  readonly onFollow: (placeholder: string) => void;
}
