/** A reason that a model gave, fit to be kept and shown: one that would be a link, a call to people or markup is none. */
export const cleanReason = (why: string): string =>
  /https?:|www\.|[<>@{}[\]|`]/i.test(why) ? '' : why.replace(/\s+/g, ' ').trim();
