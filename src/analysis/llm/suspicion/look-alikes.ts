import unhomoglyph from 'unhomoglyph';
import type { Sign } from './sign.ts';
import { stripMarks } from './strip-marks.ts';

/** Letters that the table of confusable characters gives to a look that is no Latin letter, or to none. */
const MORE = new Map(
  Array.from('вкмнтигдлпзбɢʀʜᴛɴꜱʏɪʟʙᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘǫᴜᴠᴡᴢεκηντμλπσωχβγδθρικο', (letter, index) => [
    letter,
    'bkmhtugdnnz6grhtnsyilbacdefjkmopquvwzeknvtmanouxbydopiko'[index]!,
  ]),
);

const MIXED =
  /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])\p{L}{4,}/gu;
const STYLED = /(?:[\u{1D400}-\u{1D7FF}\uFF21-\uFF5A\u24B6-\u24E9\u{1F110}-\u{1F189}ɪɢɴᴏʀᴇᴀᴅᴛꜱʟᴄᴜʙᴍ]\s?){5,}/u;
const FOREIGN = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{Cc}]|[ɪɢɴᴏʀᴇᴀᴅᴛꜱʟᴄᴜʙᴍǀǃ]/u;
const SQUARED = /[\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]/gu;

/** Words that mix scripts, or letters of display such as mathematical ones. */
export function lookAlikeSigns(raw: string): Sign[] {
  const mixed = raw.normalize('NFKC').match(MIXED)?.length ?? 0;
  const signs: Sign[] = [];
  if (mixed > 0) signs.push({ reason: 'look-alike letters', weight: mixed > 1 ? 1 : 0.6 });
  if (STYLED.test(raw)) signs.push({ reason: 'letters of display', weight: 0.4 });
  return signs;
}

/** The text in the Latin letters that its letters look like; null where it has no others. */
export function asLatin(text: string): string | null {
  const plain = text.replace(SQUARED, unsquare);
  if (plain === text && !FOREIGN.test(text)) return null;
  return stripMarks(
    Array.from(plain.toLowerCase(), (letter) =>
      isPlain(letter) ? letter : (MORE.get(letter) ?? unhomoglyph(letter)),
    ).join(''),
  );
}

const isPlain = (letter: string): boolean => letter <= '\u024F';

const unsquare = (letter: string): string => {
  const code = letter.codePointAt(0)!;
  const start = [0x1f170, 0x1f150, 0x1f130].find((each) => code >= each) ?? code;
  return String.fromCharCode(97 + code - start);
};
