import { useEffect, useState } from 'react';
import { jsonGrammar, type CodeLanguage, type Grammar } from './highlight';

let loaded: Readonly<Record<CodeLanguage, Grammar>> | undefined;

const none: Grammar = { root: [{ match: /.+/y }] };

/** The grammar of the language: JSON's at once, others once they are loaded. */
export function useGrammar(language: CodeLanguage): Grammar {
  const [grammars, setGrammars] = useState(loaded);
  const isWanted = language !== 'json' && grammars === undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    import('./grammars').then(
      (module) => {
        loaded = module.grammars;
        if (isCurrent) setGrammars(loaded);
      },
      // Without its grammar, a text is only not coloured.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return language === 'json' ? jsonGrammar : (grammars?.[language] ?? none);
}
