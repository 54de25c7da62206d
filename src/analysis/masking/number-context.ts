/** What the words next to a number say about it. */
export type Cue = 'phone' | 'other' | null;

const REACH = 40;
/** Beginnings of words, so that all their forms count, and whole short words. */
const PHONE_WORD = String.raw`(?:(?:puhelin|puhelime|telefon|phone|mobil|soita|soitt|soitel|kännyk|tekst|ring|numeroni|numerosta|numeroon|numeron|vaihde|vaihte|växel|päivysty|whatsapp)\p{L}{0,12}|p|puh|tel|tfn|tlf|cell|gsm|call|dial|text|sms|wa|reach|suora|nås|når)`;
/** Whole words only: "laskutus" (invoicing) and "asiakas" (a customer) do have phones. */
const OTHER_WORD = String.raw`(?:tilaus|tilauksen|tilausn(?:ume)?ro|order|ordernr|ordernummer|beställning|lasku|laskun|laskun(?:ume)?ro|faktura|fakturan|fakturanummer|invoice|viite|viitteen|viiten(?:ume)?ro|referens|reference|ref|dnro|dnr|diaarinumero|diarienummer|asia|asian|asian(?:ume)?ro|case|ärende|ärendet|ärendenummer|ticket|tiketti|tiketin|serial|sarjanumero|serienummer|isbn|ean|ocr|po|y-tunnus|org|koodi|code|kod|huone|room|rum|tuote|artikel|sku|liite|bilaga|siirto|build|commit|log|id|lomake|form|blankett|page|sivu|sid)`;
const NUMBER_WORD = String.raw`(?:n?ro|nr|no|numero\p{L}{0,8}|nummer|number|on|är|is|me|us|oss|mig|mua|mulle|på|to)`;
const TAIL = String.raw`[\s:.#=-]{0,4}(?:${NUMBER_WORD}[\s:.#=]{1,3}){0,2}[(+]?$`;
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
