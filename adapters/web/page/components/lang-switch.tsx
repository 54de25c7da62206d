import { LANGUAGES, type Lang } from '../../../../src/domain/words.ts';
import { LANG_NAMES, useWords } from '../words/index.ts';

export function LangSwitch({ lang, onLang }: { lang: Lang; onLang: (lang: Lang) => void }) {
  const words = useWords();
  return (
    <fieldset class="lang-switch">
      <legend class="visually-hidden">{words.language}</legend>
      {LANGUAGES.map((it) => (
        <button
          key={it}
          type="button"
          lang={it}
          aria-pressed={it === lang}
          title={LANG_NAMES[it]}
          onClick={() => onLang(it)}
        >
          {it.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
