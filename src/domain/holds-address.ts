/**
 * Whether a text holds a web or e-mail address, or a number as long as a telephone's. What is given back to a group and
 * stays in its channel repeats no such thing where other words would do.
 */
export const holdsAddress = (text: string): boolean => /https?:|www\.|\S@\S|\d(?:[ -]?\d){6,}/i.test(text);
