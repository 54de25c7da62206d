import { useChatOnPage } from '../state/chat-context.ts';
import { useWords } from '../words/index.ts';
import { describe } from './person-picker.tsx';

interface Props {
  id: string;
  many: boolean;
  required: boolean;
  /** Addresses with a comma between them. */
  value: string;
  onChange: (value: string) => void;
}

/** One person from a list, or several by ticking them. */
export function PeopleField({ id, many, required, value, onChange }: Props) {
  const words = useWords();
  const people = useChatOnPage().workspace?.people ?? [];
  if (!many) {
    return (
      <select id={id} required={required} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {people.map((it) => (
          <option key={it.address} value={it.address}>
            {it.name}
          </option>
        ))}
      </select>
    );
  }
  const chosen = value.split(',').filter(Boolean);
  const toggle = (address: string): void => {
    const kept = chosen.includes(address) ? chosen.filter((it) => it !== address) : [...chosen, address];
    onChange(
      people
        .map((it) => it.address)
        .filter((it) => kept.includes(it))
        .join(','),
    );
  };
  return (
    <div class="ticks" role="group" aria-labelledby={`${id}-label`}>
      {people.map((it) => (
        <label key={it.address}>
          <input type="checkbox" checked={chosen.includes(it.address)} onChange={() => toggle(it.address)} />
          <span>
            {it.name} <small class="muted">{describe(it, words.role)}</small>
          </span>
        </label>
      ))}
    </div>
  );
}
