import type { Address } from './inquiry.ts';
import type { Form } from './message.ts';

/** A form asked question by question in private, where the platform has no forms. */
export interface FormSession {
  /** The person's address: one form at a time. */
  id: Address;
  form: Form;
  answers: Record<string, string>;
  startedAt: Date;
}
