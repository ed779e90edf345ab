/** The name of the button that removes a tag, by which it can be focused. */
export const removeButtonName = (index: number): string => `remove-tag-${index}`;
