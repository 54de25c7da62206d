/**
 * Plain text for a place where Slack reads mrkdwn: with `&`, `<` and `>` as entities nothing in it can be a mention, a
 * link or a date. Slack asks for these three and no others.
 */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
