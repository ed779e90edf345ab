import { useEffect, useState } from 'react';
import { jsonGrammar, type CodeLanguage, type Grammar } from './highlight';

let loaded: Readonly<Record<CodeLanguage, Grammar>> | undefined;

const none: Grammar = { root: [{ match: /.+/y }] };

/** JSON is coloured at once; the other languages as soon as their grammars have arrived. */
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
      // Without its grammar a text has no colours; everything else about it works.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return language === 'json' ? jsonGrammar : (grammars?.[language] ?? none);
}
