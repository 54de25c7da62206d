import { useState } from 'preact/hooks';
import type { Lang } from '../../../../src/domain/words.ts';
import type { PersonView } from '../state/api.ts';
import { useWords } from '../words/index.ts';
import { Avatar } from './avatar.tsx';
import { LangSwitch } from './lang-switch.tsx';

interface Props {
  people: PersonView[];
  lang: Lang;
  onLang: (lang: Lang) => void;
  onPick: (address: string) => void;
}

/** The first thing to see: whom to be. */
export function PersonPicker({ people, lang, onLang, onPick }: Props) {
  const words = useWords();
  const [wanted, setWanted] = useState('');
  const found = people.filter((it) =>
    `${it.name} ${it.unit ?? ''}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <main class="picker">
      <header>
        <Avatar name="Porras" isPorras />
        <LangSwitch lang={lang} onLang={onLang} />
      </header>
      <h1>{words.whoAmI}</h1>
      <p class="muted">{words.whoAmIHint}</p>
      <input
        type="search"
        aria-label={words.findPerson}
        placeholder={words.findPerson}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {found.length === 0 && <p class="muted">{words.nobodyFound}</p>}
      <ul class="people">
        {found.map((person) => (
          <li key={person.address}>
            <button type="button" onClick={() => onPick(person.address)}>
              <Avatar name={person.name} />
              <span>
                <strong>{person.name}</strong>
                <small>{describe(person, words.role)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Role and unit, those that there are. */
export const describe = (person: PersonView, roles: Record<string, string>): string =>
  [person.role && roles[person.role], person.unit].filter(Boolean).join(' · ');
