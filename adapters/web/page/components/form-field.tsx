import type { Field } from '../../../../src/domain/message.ts';
import { useWords } from '../words/index.ts';
import { PeopleField } from './people-field.tsx';

interface Props {
  field: Field;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
}

/** One field of a form, with its label, hint and what is wrong with it. */
export function FormField({ field, value, missing, onChange }: Props) {
  const words = useWords();
  const id = `field-${field.name}`;
  const described = { 'aria-invalid': missing, ...(field.hint ? { 'aria-describedby': `${id}-hint` } : {}) };
  const common = { id, required: field.required, value, ...described };
  const many = field.type === 'people' && field.many;
  const label = (
    <>
      {field.label} {field.required && <small class="muted">({words.required})</small>}
    </>
  );
  return (
    <div class="field">
      {many ? (
        <span class="field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label class="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      {field.hint && (
        <small class="muted" id={`${id}-hint`}>
          {field.hint}
        </small>
      )}
      {field.type === 'long-text' && (
        <textarea {...common} rows={4} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {field.type === 'text' && (
        <input {...common} type="text" onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {(field.type === 'date' || field.type === 'time') && (
        <input {...common} type={field.type} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {field.type === 'select' && (
        <select {...common} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {field.options.map((it) => (
            <option key={it.value} value={it.value}>
              {it.label}
            </option>
          ))}
        </select>
      )}
      {field.type === 'people' && (
        <PeopleField id={id} many={field.many} required={field.required} value={value} onChange={onChange} />
      )}
      {missing && (
        <small class="problem" role="alert">
          {many ? words.chooseOne : words.required}
        </small>
      )}
    </div>
  );
}
