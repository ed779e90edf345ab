import { placeholderPattern } from './highlight';
import type { PlaceholderLinks } from './placeholderLinks';

interface PlaceholderListProps {
  readonly text: string;
  readonly placeholders: PlaceholderLinks;
}

/** The placeholders as buttons, for keyboard and screen reader users, who cannot click into Monaco. */
export function PlaceholderList({ text, placeholders }: PlaceholderListProps) {
  const found = [...new Set(text.match(placeholderPattern))];
  return (
    <ul className="code-token-links">
      {found.map((placeholder) => {
        const label = placeholders.label(placeholder);
        return label === undefined ? null : (
          <li key={placeholder}>
            <button
              type="button"
              className="code-token"
              onClick={() => {
                placeholders.onFollow(placeholder);
              }}
            >
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
