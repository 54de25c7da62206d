/** What a person wrote, as Teams stores it: its compose box keeps white space as entities and line breaks as `<br>`. */
export const toHtml = (text: string): string =>
  text
    .split('\n')
    .map((line) => escaped(line).replace(/^ | $/g, '&nbsp;').replace(/ {2}/g, ' &nbsp;'))
    .join('<br>\n');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A mention of the bot, as the HTML of a message has it. */
export const htmlMention = (name: string, index = 0): string =>
  `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${index}">${escaped(name)}</span>`;
