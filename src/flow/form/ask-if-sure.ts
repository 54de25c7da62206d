import type { Flow } from '../context.ts';
import type { SayHere } from '../say/say-here.ts';
import { type FormCause, openForm } from './open-form.ts';

interface Question {
  /** Of the form. */
  id: string;
  context: string;
  worded: (say: SayHere) => { title: string; intro: string; sure: string; no: string; yes: string };
}

/** What cannot be undone is asked twice: the answer `sure` is `yes` or `no`. */
export const askIfSure = (flow: Flow, cause: FormCause, { id, context, worded }: Question): Promise<void> =>
  openForm(flow, cause, (say) => {
    const { title, intro, sure, no, yes } = worded(say);
    const options = [
      { value: 'no', label: no },
      { value: 'yes', label: yes },
    ];
    return {
      id,
      title,
      intro,
      fields: [{ name: 'sure', label: sure, type: 'select', required: true, options }],
      submit: say('close.submit'),
      context,
    };
  });
