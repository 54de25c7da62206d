import type { Words } from '../concept.ts';

/** The commonest words of such orders in languages that an inquiry is not held in. */
export const OTHER_LANGUAGES: Words = {
  override: String.raw`
    ignorier | vergiss | vergesst | missacht | ignora(?:d|r|te)?$ | olvida | oublie | ignore[sz]$ |
    ne tiens pas compte | dimentica | trascura | esque[cç]a | ignorar | negeer | vergeet | ignoreeri | unusta |
    игнорир | забуд | zignoruj | zapomnij | ignorer$ | glem$ | se bort fra | ignorējiet | ignoruok | تجاهل | 忽略 | 忘记 |
    無視 | 무시
  `,
  rule: String.raw`
    anweisung | vorgabe | regeln$ | consigne | règle | regle | instruccion | istruzion | regole | instruç | instruco |
    regras | reglas | instructies | regels | juhis | juhend | reegl | инструкц | правил | указани | instrukc | reguł |
    vejledning | instruks | التعليمات | 指令 | 指示 | 규칙 | 지시
  `,
  whole: String.raw`
    alle$ | vorherig | bisherig | obig | deine | toutes | précédent | precedent | tes$ | vos$ | todas | anterior |
    tus$ | precedenti | tutte | todas | vorige | eerdere | kõik | eelneva | все$ | всё$ | предыдущ | tvoi |
    wszystkie | poprzednie | tidligere | السابقة | 之前 | 所有 | 以前 | las$ | las anteriores
  `,
  label: String.raw`
    markier | ordne | klassifizier | classe | étiquette | clasifica | etiqueta | classifica | markeer | märgi |
    liigita | отмет | пометь | oznacz | merk$ | mærk
  `,
  others: String.raw`
    übrigen | anderen | autres | demás | otros | altri | outros | andere$ | teised | остальн | други | pozostałe |
    inne | andre$ | kõik teised
  `,
  contribution: String.raw`
    beiträge | nachricht | mensaje | messaggi | mensagen | berichten | sõnum | сообщен | wiadomo | meldinger |
    beskeder | innlegg
  `,
  meta: String.raw`
    kategorie | catégorie | categoria | categorie | kategooria | категор | schritt | étape
  `,
  digest: String.raw`
    zusammenfassung | résumé | resume$ | resumen | riassunto | resumo | samenvatting | kokkuvõ | сводк | резюме |
    podsumowan | sammendrag | sammenfatning | referat
  `,
  write: String.raw`
    schreib | écris | ecris | escribe | scrivi | escreva | schrijf | kirjuta | напиши | napisz | skriv
  `,
  agree: String.raw`
    alle (?:sind|er) (?:sich )?(?:einig|enige) | tout le monde | todos están | tutti | todos | iedereen |
    все согласны | wszyscy
  `,
  reveal: String.raw`
    zeig | gib~aus | wiederhol | répète | repete | affiche | révèle | revela | muestra | repite | mostra | ripeti |
    toon | herhaal | näita | korda | покаж | повтори | pokaż | powtórz | vis$ | gjenta | gentag
  `,
  prompt: String.raw`
    systemprompt | system ?prompt | message système | prompt système | prompt del sistema | prompt di sistema |
    systeemprompt | süsteemi | системн | systemowy
  `,
};
