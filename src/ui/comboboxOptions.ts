export interface ComboboxOption {
  /** What is typed into the field when the option is chosen. */
  readonly value: string;
  readonly description?: string | undefined;
  readonly group?: string | undefined;
}

export interface ComboboxGroup {
  readonly heading: string | undefined;
  /** Options with their position in the whole list, which is the order the arrow keys follow. */
  readonly options: readonly { readonly option: ComboboxOption; readonly index: number }[];
}

/** The options that contain the typed words; all of them when nothing is typed or the text is an option already. */
export function matchingOptions(
  options: readonly ComboboxOption[],
  typed: string,
): readonly ComboboxOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 || options.some((option) => option.value === typed)) return options;
  return options.filter((option) => {
    const text = `${option.value} ${option.description ?? ''} ${option.group ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Options of one group stand together, groups in the order in which they first appear. */
export function groupOptions(options: readonly ComboboxOption[]): readonly ComboboxGroup[] {
  const headings = [...new Set(options.map((option) => option.group))];
  let index = 0;
  return headings.map((heading) => ({
    heading,
    options: options
      .filter((option) => option.group === heading)
      .map((option) => ({ option, index: index++ })),
  }));
}
