import type { Words } from './concept.ts';

/** Words of English that orders to a machine are made of. */
export const ENGLISH: Words = {
  override: String.raw`
    ignor(?:e|ing)$ | disregard | forget$ | overr(?:ide|iding|ule) | bypass | discard | neglect$ | skip$ |
    abandon$ | suspend$ | revoke | outranks?$ | pay no (?:attention|heed|mind) | set aside | put aside |
    throw (?:away|out) | supersedes?$ | replaces?$ | cancel$ | erase$ | drop$ | wipe$ | never mind | let go of |
    no longer (?:apply|applies|valid|hold|count|bind) | do(?:es)? not apply |
    are (?:lifted|suspended|revoked|void|over) | null and void |
    (?:do not|don t|dont|never|stop|no need to|need not|mustn t|must not)~(?:follow|obey|apply|heed|listen|comply|respect|use)(?:ing)?$ |
    without (?:following|regard) | break free | untie | leave~behind$ |
    (?:is|are|be|now|were) (?:void|invalid|obsolete|outdated|cancelled|null|wrong) | scrap$ |
    stop~(?:sorting|labelling|summari[sz]ing) | rather than | contrary to | void$ | forego$ | dismiss$ | reset$
  `,
  rule: String.raw`
    instructions?$ | rules?$ | guidelines?$ | directives?$ | prompts?$ | commands?$ | orders?$ | constraints?$ |
    restrictions?$ | guardrails?$ | polic(?:y|ies)$ | safeguards?$ | programming$ | directions$ | guidance$ |
    briefing$ | everything (?:above|before|you|i) |
    what(?:ever)? (?:you (?:were|have been|are|ve been)|they|was) (?:told|said|taught|given|asked) | the above$ |
    the foregoing | system message | all of the above | original task | your task | classification | criteria$ |
    setup$ | purpose$ | role$ | configuration$ | what came before | everything you know | what you know | limits$ |
    task$
  `,
  whole: String.raw`
    all$ | any$ | every$ | each$ | entire | previous | prior$ | earlier$ | preceding | above$ | foregoing | your$ |
    yours$ | you (?:were|have|had|are|got|received) | system$ | original$ | initial$ | existing$ | so far$ |
    until now | up to (?:now|here|this) | developers?$ | everything | whatever | classification | labell?ing |
    old$ | former$ | past$ | you know
  `,
  yours: String.raw`
    your$ | yours$ | you (?:were|have|had|are|got|received|go by|follow)
  `,
  obey: String.raw`
    follow$ | obey$ | comply | carry (?:out|on) | execute$ | run (?:it|this|the) |
    do (?:what it|as|so|it|that|likewise|the same) | go ahead | abide by | stick to
  `,
  instead: String.raw`
    instead$ | new (?:instructions?|rules?|task|orders?|policy|directives?)$ | following instructions? |
    from (?:here|now|this (?:line|point)|this moment) on | applies from | henceforth | from this point |
    effective immediately
  `,
  free: String.raw`
    (?:no|without|free (?:of|from)|beyond)~(?:rules?|restrictions?|limits?|limitations?|filters?|constraints?|guardrails?)$ |
    unrestricted | unfiltered | uncensored | jailbr(?:eak|oken) | do anything now | developer mode | god mode |
    debug mode | maintenance mode | no (?:rules?|instructions?)~(?:bound|bind|apply|applied) | can do anything
  `,
  machine: String.raw`
    ai$ | a i$ | language models?$ | llms?$ | chat ?gpt | gpt | claude$ | gemini$ | copilot$ | assistant$ |
    (?:chat)?bots?$ | porras | classifiers?$ | analy[sz]er$ | algorithm | robots?$ | machine$ | neural |
    the model$ | dear model | a model$
  `,
  toMachine: String.raw`
    (?:note|message|memo|word|attention|instructions?|rule|orders?|reminder|notice|request|hint|tip)~(?:to|for|the)~(?:ai|a i|model|llm|bot|assistant|classifier|judge|grader|verifier|robot|machine|language model|labell?er|summari[sz]er|annotator|reviewer of claims)$ |
    (?:dear|hello|hey|hi|listen|attention|ok|okay|oh) (?:\w+ )?(?:ai|model|language model|llm|bot|chatbot|assistant|classifier|gpt|chatgpt|claude|machine|robot|judge|computer)$ |
    if you(?: are| re) (?:an? )?(?:ai|a i|language|llm|large|model|bot|machine|automat) |
    (?:any|whichever|whatever|every) (?:ai|model|language model|llm|bot|machine|assistant)~(?:read|process|see|label|sort|summar) |
    (?:ai|model|llm|bot|classifier|assistant|labeller|judge|machine) (?:must|shall|should|has to|is to|will now)$ |
    as (?:an? )?(?:ai|language model|large language model|llm)$ |
    you are that (?:robot|ai|machine|model|bot|assistant) |
    to the (?:program|programme|script|software|system|computer|tool|service|agent)~(?:going|reading|that|which|who|processing|sorting) |
    (?:program|script|software|agent)(?: that| which)?~(?:reads?|sorts?|processes|goes through)~(?:this|these|the list) |
    (?:agent|program|computer|machine)[,:]
  `,
  reader: String.raw`
    (?:who(?:ever)?|what(?:ever)?|whichever|the one who|the person who|the thing that|someone who|anyone who|system that|program that|tool that)~(?:sorts?|labels?|labell?ing|sorting|classif(?:y|ies)|reads?|reading|summari[sz]es?|process(?:es)?|processing|categori[sz]es?|analy[sz]es?|files|writes?)~(?:these|this|the|those|all|our|them)$ |
    readers? of (?:the|this|these) (?:digest|messages|batch|data) |
    when you (?:read|write|process|summari[sz]e|label|reach|get to|see) |
    when (?:labell?ing|sorting|summari[sz]ing|classifying) |
    in your (?:answer|reply|response|output|summary|digest|json) | your (?:answer|reply|response|output|verdict)$
  `,
  become: String.raw`
    you(?: are| re)(?: now| hereby| from now on| no longer| just)?$ | act(?:ing)? as | pretend | role ?play |
    play the (?:role|part) | imagine (?:that )?you | suppose (?:that )?you | behave (?:like|as) |
    take on the (?:role|persona) | assume the (?:role|identity) |
    your (?:new )?(?:name|role|job|task|mission|purpose|identity|duty|persona) is | simulate | from now on you |
    you (?:will|shall|must) now | switch (?:to|into) | enter~mode | continue as | speak as | answer as |
    respond as | in the spirit | you re$ | you are~now | speak like | talk like | reply as | answer like
  `,
  role: String.raw`
    dan$ | \w*bot$ | unrestricted | classifier | editor | judge$ | verifier | grader | admin(?:istrator)?$ |
    developer$ | facilitator | moderator | mode$ | terminal$ | interpreter | persona | model$ | ai$ | assistant$ |
    robot$ | analyst$ | machine$ | labell?er | sorter$ | hacker | linux | reviewer | summari[sz]er | checker |
    annotator | parrot | agent$ | character$ | secretary who | system$ | pirate | \w+ (?:language|accent|style)$ |
    poet | free$ | boss of | only interested | the (?:author|owner|boss)
  `,
  authority: String.raw`
    system override | admin(?:istrator)? (?:override|mode|access|command|message) | sudo | root access |
    (?:this is|i am|as)~(?:administrator|admin|developer|operator|system owner|creator|engineer (?:of|at)|openai|anthropic|vendor of)$ |
    (?:your|its) (?:administrator|developer|creator|operator|maker|owner)s?~(?:speaking|here|orders?|says?|tells?|wants?|decided)? |
    written by the (?:developers?|makers?|creators?|operators?|administrators?) | authori[sz]ed (?:by|to override) |
    emergency protocol | override code | by order of the system | priority (?:instruction|message|order|command) |
    top priority instruction | important system | outranks?~(?:all|others|every) | takes? precedence |
    higher priority than
  `,
  tale: String.raw`
    once upon a time | tales?$ | story$ | fairy | novel$ | grand(?:mother|ma|father|pa) | poem$ | screenplay |
    hypothetical | thought experiment | suppose$ | imagine$ | let s (?:say|pretend|play) | a game | in a world |
    fiction
  `,
  polite: String.raw`
    please$ | kindly | would you | could you | might i ask | may i ask | be so kind | be a dear | i beg |
    it would be (?:lovely|nice|great|wonderful) if | i would appreciate | if it isn t too much | can you$ |
    do me a favou?r | thank you so much
  `,
  label: String.raw`
    label(?:s|l?ed|l?ing)?$ | classif(?:y|ies|ied|ying) | categori[sz]e | tag(?:s|ged)?$ | mark(?:s|ed|ing)?$ |
    assign | files?$ | filed$ | put(?:s|ting)?$ | plac(?:e|es|ed|ing)$ | mov(?:e|es|ed|ing)$ | set(?:s)?$ | treat |
    rat(?:e|ed|ing)$ | scor(?:e|ed|ing)$ | count(?:s)? as | counted as | counts?$ | give(?:s)?$ | consider |
    regard | belongs?$ | decid(?:e|es|ed) | change$ | sort(?:s|ed)?$ | land(?:s|ed)? in | goes? (?:to|under|into) |
    bel?ong | use the | gets?$ | are about | is about | dump$ | throw$ | reclassify | relabel | make$ | turn$ |
    interpret$ | are$ | swap$ | exchange$ | switch$ | grade$ | sort~as | (?:is|are) all about | pretend |
    register$ | record$ | enter$ | list$ | reduce$ | increase$ | lower$ | raise$ | leave$ | belong | fill
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
    (?:everything|anything|all) (?:that )?\w+ (?:says|said|writes|wrote|posted|says) |
    each (?:of these|entry|line) | every (?:line|entry|text|answer|input) |
    all (?:of these|these|those|lines|rows|else) | (?:rows?|items?|lines?|messages?|contributions?) \d+ and \d+ |
    anyone else
  `,
  self: String.raw`
    this (?:message|contribution|comment|post|answer|item|text|entry|one|reply|row)$ |
    my (?:message|contribution|comment|post|own)$ | the present (?:message|contribution) | this very message
  `,
  contribution: String.raw`
    messages?$ | contributions?$ | comments?$ | posts?$ | items?$ | entries$ | entry$ | inputs?$ | answers?$ |
    replies$ | rows?$ | utterances?$ | texts?$ | lines?$ | feedback$ | submissions?$ | responses?$ | words$ |
    statements?$
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
    (?:step|category|label|class) (?:security|needs|information|technology|openness|\w+)$ | meaningless | worthless
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
    relabel | named$ | be called
  `,
  subTheme: String.raw`
    sub ?themes?$ | clusters?$ | theme names? | names? of (?:the|all|every|each) themes? | names? themes |
    each theme | every theme | all themes | the themes?$ |
    (?:each|every|all|any) (?:sub ?)?(?:themes?|headings?|groups?|clusters?) | themes$
  `,
  notNeeded: String.raw`
    need no | needs? (?:not|nothing) | don t need | require no | get no$ | gets? no (?:step|label) | no labels? |
    have no | do not deserve | don t count | do not count |
    already (?:been )?(?:processed|labelled|handled|done|counted) |
    are (?:irrelevant|worthless|noise|spam|off topic|invalid|fake|meaningless) |
    is (?:irrelevant|spam|noise|worthless) | (?:only|just) (?:my|this|mine)~(?:matters?|counts?) |
    nothing else (?:matters|counts)
  `,
  digest: String.raw`
    digests?$ | weekly (?:summary|report|recap) | summary of (?:this|the) (?:week|step|round) | claims?$ |
    headline of the week | summary of this | recap$ | weekly text | weekly digest
  `,
  summary: String.raw`
    summar(?:y|ies|i[sz]e|i[sz]ing) | recaps?$ | overview$ | reports?$ | conclusions?$ | output$ | write up |
    the result | results?$ | weekly text | text of the week | the text you write | write ups? | minutes you |
    news ?letter | outcome$
  `,
  write: String.raw`
    write(?:s)?$ | wrote$ | say(?:s|ing)?$ | state(?:s)?$ | include$ | add$ | insert$ | mention | begin$ | start$ |
    open(?:s)? with | end with | conclude | put$ | report(?:s)?$ | claim that | tell$ | declare | announce |
    append | emphasi[sz]e | stress | note that | name$ | praise(?:s)? | repeat | finish | present | read:?$ |
    cite$ | quote$ | now open | highlight | portray | describe | give$ | set$ | place$ | write that
  `,
  must: String.raw`
    must$ | has to | have to | shall$ | should$ | is to$ | are to$ | needs to | ought | will now | only$ |
    nothing else | please$ | make sure | ensure | be sure | always$
  `,
  that: String.raw`
    that$ | the words?:?$ | the sentence | words$ | following | with$ | a claim | as a | how$ | only$ | nothing |
    in which | " | “ | not$
  `,
  exclude: String.raw`
    leave~out$ | leave out | omit | exclude | remove$ | hide$ | conceal | suppress | skip$ | drop$ | delete$ |
    (?:do not|don t|never|must not|should not|shouldn t)~(?:mention|include|cite|quote|show|report|count|list|talk about|say) |
    keep~out of | not a word about | cut$ | downplay | censor | take~out$ | strip$ | scrub$ | leave~unmentioned |
    avoid mention
  `,
  agree: String.raw`
    every(?:one|body)~(?:agree|want|wish|ask|think|support|is|hate|love) |
    all (?:of us|of them|agree|want|participants|employees|staff|are) | we all | unanimous |
    the (?:whole|entire) (?:group|team|staff|unit) | the group (?:trusts|wants|agrees|has|demands|asks) |
    nobody (?:wants|agrees|needs) | no one (?:wants|agrees) | management has | must resign | to resign |
    we are (?:all )?(?:happy|satisfied|pleased|content) | all is well | everything is fine
  `,
  only: String.raw`
    only$ | nothing (?:else|but) | solely | exclusively | just$ | exactly$ | anyone but | nobody but | no one but |
    but me$ | except mine | except me | nothing more | first$ | most prominent | above all
  `,
  quote: String.raw`
    quot(?:e|es|ed|ing|ation)$ | quotation marks | as saying | in quotes | put~in (?:her|his|their) mouth |
    cit(?:e|es|ed|ing)$ | sources?$ | citations?$ | deserves? a quote
  `,
  attribute: String.raw`
    attribut(?:e|ed|ing) | credit~to$ | was written by | as saying | pin~on$ | blame~on$ | signed by |
    say (?:that )?(?:it was|they came from) | who complained | in \w+ s name | under \w+ s name |
    as the (?:author|speaker|source) | ascribe(?:d)?$ | as (?:the )?author | was \w+ who~(?:complained|wrote|said)
  `,
  claim: String.raw`
    claims?$ | citations?$ | statements?$ | verdicts?$ | carried$ | evidence$ | sources?$ | assertions?$ | grounded
  `,
  approve: String.raw`
    approv(?:e|es|ed|ing) | support(?:s|ed)$ | carried$ | accept$ | pass$ | true$ | verified | valid$ | confirm |
    correct$ | grounded | ok$ | answer yes | say yes
  `,
  link: String.raw`
    links?$ | urls?$ | https? | hyperlink | image$ | href | @channel | @here | @everyone | web ?site
  `,
  append: String.raw`
    append | add~to$ | add$ | insert$ | attach$ | include$ | put$ | embed | render | show$ | end~with$ | post$ |
    paste$ | send
  `,
  reveal: String.raw`
    reveal | show$ | print$ | repeat$ | output$ | display$ | tell$ | list$ | leak | dump$ | disclose | recite |
    spell out | translate$ | paste$ | copy$ | echo$ | read me | see the | what (?:are|is|were|was) | share$ |
    give (?:me|us) | write (?:down|out) | summari[sz]e your | expose | enumerate | name (?:the|all) | quote$ |
    return$ | put the | see your | who (?:wrote|said|is behind) | identify | unmask | curious | encode | reproduce |
    what s$ | state$ | describe your | explain your | say your | quote your | what comes | what (?:is|was) the
  `,
  prompt: String.raw`
    system ?prompts? | system message | hidden (?:prompt|instructions?|rules?|text|message) |
    secret (?:prompt|instructions?|rules?) | initial (?:prompt|instructions?) |
    internal (?:prompt|instructions?|rules?) | original (?:prompt|instructions?) | your prompt | pre ?prompt |
    developer (?:message|prompt|instructions?) |
    instructions? (?:of|behind) (?:the )?(?:language )?(?:models?|ai|bot) |
    your (?:context|instructions?|configuration|system) | api ?keys? | boundary (?:string|marker|token|code) |
    what (?:you were|were you) (?:told|given|instructed|asked) | told before the first | prompt (?:you|that) |
    your (?:guidelines|rules|settings|setup|guidance|directives|orders)
  `,
  verbatim: String.raw`
    verbatim | word (?:for|by) word | exactly as | letter (?:for|by) letter | in full | all of it | unchanged |
    character by character | the whole of it | complete text
  `,
  above: String.raw`
    (?:text|words|lines|everything|message|content|part|what|paragraphs?)~(?:above|before)$ | stands above |
    at the top | before (?:this|the first) (?:message|line|word|contribution) | preceding text | first lines? |
    (?:first|opening) (?:sentence|line|words?|instruction)$ | part before | came before | before the list
  `,
  given: String.raw`
    you (?:were|have been) (?:given|told|shown|sent|handed|instructed|asked|fed) |
    were you (?:given|told|shown|asked|instructed|sent) | do you see | sent to you | in front of you | your input |
    first (?:sentence|line|words?|instruction) | part before | came before | before the list | in your memory |
    sentence you | you (?:received|got|have received|can see|read first|started with)
  `,
  people: String.raw`
    participants?$ | everyone | everybody | all (?:people|users|authors|members|staff|speakers|of them) |
    authors?$ | members$ | colleagues$ |
    who(?:ever)?~(?:silent|quiet|not answer|anonymous|did not|didn t|said|wrote) | speakers?$ | contributors?$ |
    the anonymous | people$ | users$
  `,
  personal: String.raw`
    names?$ | by name | e ?mails? | phone numbers? | addresses | identit(?:y|ies) | anonymous | passwords?$ |
    api ?keys? | tokens?$ | secrets?$ | private (?:messages?|answers?) | social security |
    personal (?:data|information|codes?) | who (?:is )?(?:behind|stayed|has stayed|did not|didn t|was) | silent$ |
    real names? | credentials
  `,
  mask: String.raw`
    placeholders? | pseudonyms? | masked | redacted | anonymi[sz]ed | real names? | unmask | de ?anonymi[sz]e |
    real (?:identity|person) | original names?
  `,
  end: String.raw`
    ends?(?: here)?$ | end of | over$ | stops?(?: here)?$ | finished$ | complete$ | closed$ | begins?$ | start of |
    beginning of | what (?:comes|follows|is) (?:next|below|now) | what follows
  `,
  data: String.raw`
    data$ | contributions$ | messages$ | input$ | user (?:data|content|input) | batch$ | list$ | documents?$ |
    transcript$ | comments$ | context$ | untrusted | instructions?$ | conversation$ | prompt$ | answers$ | rows$ |
    the list | this list
  `,
  batch: String.raw`
    (?:this|the|your|whole|entire) (?:list|batch|input|queue|set of (?:messages|comments|contributions)) |
    rows? \d+ | the rows | each row | every row | every item | each item | all (?:rows|items) | item \d+ | row \d+
  `,
  done: String.raw`
    already (?:been )?(?:processed|labelled|handled|done|counted|sorted|classified) | no contributions |
    nothing to (?:label|classify|report|summari[sz]e) | empty (?:list|array|object|answer|reply|response|week) |
    no (?:messages|answers|rows) (?:this|to|in) | needs? no (?:labels?|further) |
    (?:list|batch|input|data|week) (?:is|was|were) empty | list as empty |
    nobody (?:wrote|said|answered) (?:anything|a thing)
  `,
  output: String.raw`
    json | empty (?:list|array|object|string) | return$ | output$ | respond$ | reply$ | answer$ | schema$ |
    format$ | field$ | reason field | say nothing | print$ | emit
  `,
  answerWith: String.raw`
    (?:reply|respond|answer|return|output|say|print|write)~(?:with the word|with the words|with exactly|only with|with only|just with|with just|with an? (?:empty|single)|in (?:json|pirate|rhyme|capitals)|ok$|done$) |
    nothing but the | and nothing else | no other (?:words|output|text) | only (?:the word|output|json) |
    your (?:entire|whole|only|full) (?:answer|reply|output|response)
  `,
  newTask: String.raw`
    new (?:task|instructions?|rules?|orders?|directive|assignment|job|mission) ?: |
    (?:stop|halt|wait|attention|important) (?:new|change|your|from) |
    change of plan(?:s)? for (?:the )?(?:ai|bot|model) |
    your (?:new|real|actual|true|only) (?:task|job|instructions?|goal|mission|purpose|duty)$ |
    updated? (?:instructions?|rules|policy) ?: | real (?:task|instructions?)
  `,
  decode: String.raw`
    decode | decipher | base ?64 | rot ?13 | hex(?:adecimal)?$ | backwards | reversed?$ | caesar | decrypt |
    unscramble | morse | first letters? of
  `,
  follow: String.raw`
    do what | follow$ | obey$ | execute | carry out | do as it | act on | comply | run it | what it says | then do |
    apply it | treat it as
  `,
  among: String.raw`
    (?:we|i|they|people|he|she|nobody|everyone|somebody|someone|customers|who) (?:\w+ )?(?:could|should|might|can|would|will|often|always|never|usually|just|also|must|have to|had to|was|were|am|are|ve|forgot|forget|ignore|use|all)$ |
    could we | should we | can we | shall we | let us | let s | how do (?:we|you) |
    we (?:use|have|were|are|rename|put|mark|file|set|sort) |
    i (?:put|moved|marked|set|was|am|think|forgot|filed|asked|pretend) | has anyone | somebody | someone | anyone$ |
    it is easy to | easy to | tend to | as (?:read|unread|done)$ | our$ | us$
  `,
};
