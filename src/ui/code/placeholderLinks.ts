/** What makes the placeholders in a text lead to where their value is filled in. */
export interface PlaceholderLinks {
  /** Names the link, for example "Account ID is missing: go to the field"; undefined: no link. */
  readonly label: (placeholder: string) => string | undefined;
  readonly onFollow: (placeholder: string) => void;
}
