import type { Lang } from './words.ts';

/**
 * Number words from two to twelve, in the forms that counts of people and things take. One is left out: it is also an
 * article or a pronoun (`one`, `en`, `yksi`).
 */
const WORDS: Record<Lang, [number, string][]> = {
  en: [
    [2, 'two'],
    [3, 'three'],
    [4, 'four'],
    [5, 'five'],
    [6, 'six'],
    [7, 'seven'],
    [8, 'eight'],
    [9, 'nine'],
    [10, 'ten'],
    [11, 'eleven'],
    [12, 'twelve'],
  ],
  sv: [
    [2, 'två'],
    [3, 'tre'],
    [4, 'fyra'],
    [5, 'fem'],
    [6, 'sex'],
    [7, 'sju'],
    [8, 'åtta'],
    [9, 'nio'],
    [10, 'tio'],
    [11, 'elva'],
    [12, 'tolv'],
  ],
  fi: [
    [2, 'kaksi kahden kahta kahdessa kahdesta kahteen kahdella kahdelta kahdelle'],
    [3, 'kolme kolmen kolmea kolmessa kolmesta kolmeen kolmella kolmelta kolmelle'],
    [4, 'neljä neljän neljää neljässä neljästä neljään neljällä neljältä neljälle'],
    [5, 'viisi viiden viittä viidessä viidestä viiteen viidellä viideltä viidelle'],
    [6, 'kuusi kuuden kuutta kuudessa kuudesta kuuteen kuudella kuudelta kuudelle'],
    [7, 'seitsemän seitsemää seitsemässä seitsemästä seitsemään seitsemällä seitsemältä seitsemälle'],
    [8, 'kahdeksan kahdeksaa kahdeksassa kahdeksasta kahdeksaan kahdeksalla kahdeksalta kahdeksalle'],
    [9, 'yhdeksän yhdeksää yhdeksässä yhdeksästä yhdeksään yhdeksällä yhdeksältä yhdeksälle'],
    [10, 'kymmenen kymmentä kymmenessä kymmenestä kymmeneen kymmenellä kymmeneltä kymmenelle'],
    [11, 'yksitoista yhdentoista yhtätoista'],
    [12, 'kaksitoista kahdentoista kahtatoista'],
  ],
};

const VALUE_OF = new Map(
  Object.values(WORDS).flatMap((words) =>
    words.flatMap(([n, forms]) => forms.split(' ').map((form) => [form, n] as const)),
  ),
);

/**
 * The numbers that a text states, normalised so that two ways to write one compare equal: `1 200`, `1,200` and `1200`;
 * `2,5` and `2.5`; `9:30` and `9.30`; `kolme`, `tre`, `three` and `3`.
 */
export function numbersIn(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/(?<!\d)\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)/g, (grouped) => grouped.replaceAll(/\D/g, ''));
  const digits = (plain.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? []).map((number) =>
    number.replace(/^(\d{1,3})[,.](\d{3})$/, '$1$2').replaceAll(/[,:]/g, '.'),
  );
  const words = (plain.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => VALUE_OF.get(word) ?? []);
  return [...digits, ...words.map(String)];
}
