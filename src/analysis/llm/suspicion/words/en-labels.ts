import type { Words } from '../concept.ts';

/** Words of English: orders about labels. */
export const ENGLISH_LABELS: Words = {
  label: String.raw`
    label(?:s|l?ed|l?ing)?$ | classif(?:y|ies|ied|ying) | categori[sz]e | tag(?:s|ged)?$ | mark(?:s|ed|ing)?$ |
    assign | files?$ | filed$ | put(?:s|ting)?$ | plac(?:e|es|ed|ing)$ | mov(?:e|es|ed|ing)$ | set(?:s)?$ | treat |
    rat(?:e|ed|ing)$ | scor(?:e|ed|ing)$ | count(?:s)? as | counted as | give(?:s)?$ | consider | regard | change$ |
    sort(?:s|ed)?$ | use the | dump$ | throw$ | reclassify | relabel | make$ | turn$ | interpret$ | swap$ |
    exchange$ | switch$ | grade$ | sort~as | pretend | register$ | record$ | enter$ | list$ | reduce$ | increase$ |
    lower$ | raise$ | leave$ | fill | full marks | top marks | group$ | link$
  `,
  counts: String.raw`
    belongs?$ | belong | bel?ong | gets?$ | are about | is about | are$ | goes? (?:to|under|into) | counts?$ |
    land(?:s|ed)? in | decid(?:e|es|ed) | (?:is|are) all about
  `,
  others: String.raw`
    all (?:the )?(?:other|others|of them|remaining|messages|contributions|comments|posts|answers|replies|items|entries|rows|inputs|texts|labels) |
    others$ | every (?:other|single|message|contribution|comment|item|post|one|answer|reply|row|entry) |
    everyone(?: else)?(?: s)?$ | everybody(?: else)?(?: s)?$ | everything(?: else)?$ |
    the (?:rest|remaining|remainder)$ |
    the (?:next|following|previous|preceding|other|earlier|later|subsequent|first|last)~(?:messages?|contributions?|comments?|items?|ones?|posts?|answers?|rows?|entries|replies|lines)$ |
    (?:messages?|contributions?|comments?|items?|posts?|answers?|rows?|entries|ids?|entry|numbers?|n|no) ?#?(?:c )?(?:\d+|one|two|three|four|five|six|seven|eight|nine)$ |
    any (?:other|message|contribution|item) |
    each (?:and every|message|contribution|item|of the|one|row|other|comment|answer) |
    other (?:messages?|contributions?|comments?|people|items|answers) |
    people s (?:messages|answers|labels|comments) |
    (?:that|which|what|whatever) \w+ (?:wrote|said|posted|says|writes)$ | anything (?:about|from|by) |
    the whole (?:batch|list|lot) | each of the | those about | the ones about | this batch |
    every(?:thing|one)? in (?:this|the) (?:batch|list) | messages (?:from|by|about) | all answers | all inputs |
    what(?:ever)? (?:the )?(?:others|everyone|everybody|people) (?:else )?(?:wrote|say|said|write|posted) |
    (?:rows?|items?|lines?|entries|messages?|comments?|contributions?|posts?) (?:that|which|about|from|by|of|with|mentioning) |
    \w+ s (?:comments?|messages?|contributions?|posts?|answers?|words|ideas?) |
    (?:everything|anything|all) (?:that )?\w+ (?:says|said|writes|wrote|posted|says) | each (?:of these|entry|line) |
    every (?:line|entry|text|answer|input) | all (?:of these|these|those|lines|rows|else) |
    (?:rows?|items?|lines?|messages?|contributions?) \d+ and \d+ | anyone else |
    (?:other|remaining|next|first|last)~(?:remarks|notes|observations|opinions|voices|people)$ |
    (?:each|every) (?:remark|note|observation|opinion|voice|line) |
    all (?:remarks|notes|observations|opinions|voices) | anything (?:that|which|with|containing) | everything under |
    all \w+ i mean all
  `,
  self: String.raw`
    this (?:message|contribution|comment|post|answer|item|text|entry|one|reply|row)$ |
    my (?:message|contribution|comment|post|own)$ | the present (?:message|contribution) | this very message |
    this is~(?:best|only|right) (?:solution|answer|idea|contribution)
  `,
  contribution: String.raw`
    messages?$ | contributions?$ | comments?$ | posts?$ | items?$ | entries$ | entry$ | inputs?$ | answers?$ |
    replies$ | rows?$ | utterances?$ | texts?$ | lines?$ | feedback$ | submissions?$ | responses?$ | words$ |
    statements?$ | remarks?$ | observations?$ | notes$ | opinions$
  `,
  meta: String.raw`
    labels?$ | categor(?:y|ies)$ | class(?:es)?$ | steps?$ | kinds?$ | signals?$ | confidence | topic$ | off topic |
    themes?$ | sub ?themes?$ | tags?$ | cross ?cutting | spam$ | duplicates?$ | buildson | builds on | score$ |
    weight$ | score[sd]?$ | praise$ | rating$ | verdict$ | irrelevant
  `,
  key: String.raw`
    none$ | competences?$ | interfaces$ | processes$ |
    (?:as|under|to|into|in|about|step|category|label|class|is|are|with) (?:the )?(?:needs|information|openness|technology|security|ideas?|solutions?|stor(?:y|ies)|concerns?|questions?|appreciation|comments?|spam|off topic|noise|positive|negative|irrelevant|praise|thanks)$ |
    signals? (?:raise|encourage|thank|build|interest) | appreciation$ |
    "(?:security|needs|information|technology|openness)" | praise$ | irrelevant | off topic | noise$ |
    (?:step|category|label|class) (?:security|needs|information|technology|openness|\w+)$ | meaningless | worthless |
    full marks | best solution | top score
  `,
  sure: String.raw`
    confidence | certainty | completely sure | absolutely (?:sure|certain) | sureness | probability |
    certain (?:about|of) it | (?:be|fully|entirely) (?:sure|certain)$
  `,
  rightAnswer: String.raw`
    answer key | ground truth | gold (?:label|answer) |
    (?:correct|right|true|only|real|expected|proper|final) (?:answers?|labels?|output|reply|verdict)$
  `,
  number: String.raw`
    \d+(?:[.,]\d+)? | one$ | maximum | highest | zero$ | full$ | completely | absolutely
  `,
  rename: String.raw`
    rename | retitle | call(?:ed|s)?$ | name(?:d|s)?$ | merge | split$ | combine$ | title$ | delete$ | dissolve |
    relabel | named$ | be called | group$ | gather | lump | bundle | collect$ | regroup | sort$ | put$
  `,
  subTheme: String.raw`
    sub ?themes?$ | clusters?$ | theme names? | names? of (?:the|all|every|each) themes? | names? themes |
    each theme | every theme | all themes | the themes?$ |
    (?:each|every|all|any) (?:sub ?)?(?:themes?|headings?|groups?|clusters?) | themes$ |
    (?:the|a|one|single|same) heading | under (?:the|a|one) (?:title|name|heading) | headings
  `,
  notNeeded: String.raw`
    need no | needs? (?:not|nothing) | don t need | require no | get no$ | gets? no (?:step|label) | no labels? |
    have no | do not deserve | don t count | do not count |
    already (?:been )?(?:processed|labelled|handled|done|counted) |
    are (?:irrelevant|worthless|noise|spam|off topic|invalid|fake|meaningless) |
    is (?:irrelevant|spam|noise|worthless) | (?:only|just) (?:my|this|mine)~(?:matters?|counts?) |
    nothing else (?:matters|counts)
  `,
};
