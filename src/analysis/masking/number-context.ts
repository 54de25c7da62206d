/** What the words next to a number say about it. */
export type Cue = 'phone' | 'other' | null;

const REACH = 40;
const PHONE_WORD = String.raw`(?:puh|puhelin|puhelime|tel|telefon|tfn|tlf|phone|mobile|mobil|cell|gsm|soita|soitt|soitell|kännyk|tekst|ring|call|call me|dial|sms|wa|whatsapp|numeroni|numerosta|numeroon|numeron|nås|når|reach|text me|vaihde|suora|växel|päivysty)`;
const OTHER_WORD = String.raw`(?:tilau|tilaus|order|beställ|lasku|faktura|invoice|viite|viitenumero|referens|reference|ref|dnro|diari|diarie|asia|case|ärende|ticket|tiket|serial|sarja|isbn|ean|ocr|po|y-tunnus|org|koodi|code|kod|huone|room|rum|tuote|artikel|sku|liite|bilaga|siirto|build|commit|log|id|lomake|form|blankett|koordinaat|page|sivu|sid)`;
const NUMBER_WORD = String.raw`(?:n?ro|nr|no|numero\p{L}*|nummer|number|on|är|is|me|us|oss|mig|mua|mulle|ni|på|to)`;
const TAIL = String.raw`\p{L}{0,12}[\s:.#=-]{0,4}(?:${NUMBER_WORD}[\s:.#=]{1,3}){0,2}[(+]?$`;
const PHONE = new RegExp(String.raw`(?<!\p{L})${PHONE_WORD}${TAIL}`, 'u');
const OTHER = new RegExp(String.raw`(?<!\p{L})${OTHER_WORD}${TAIL}`, 'u');
const UNIT = /^ ?(?:€|eur|kr\b|%|kpl|kg|km|m2|mk\b|rivi|row|tuntia|timm|hours|byte|st\b)/;

/** Reads the words right before a number that starts at `start`. `lower` is the text in lower case. */
export function cueBefore(lower: string, start: number): Cue {
  const before = lower.slice(Math.max(0, start - REACH), start);
  if (PHONE.test(before)) return 'phone';
  return OTHER.test(before) ? 'other' : null;
}

/** Whether what follows makes the number an amount. */
export const isAmount = (lower: string, end: number): boolean => UNIT.test(lower.slice(end, end + 8));

/** Whether the place is within a web address. */
export function isInLink(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return /:\/\/\S*$/.test(before.slice(before.search(/\S*$/)));
}
