import type { Words } from '../concept.ts';

/** Words of English: requests for what is hidden, the frame of the data, and the work itself. */
export const ENGLISH_SECRETS: Words = {
  reveal: String.raw`
    reveal | show$ | print$ | repeat$ | output$ | display$ | tell$ | list$ | leak | dump$ | disclose | recite |
    spell out | translate$ | paste$ | copy$ | echo$ | read me | see the | what (?:are|is|were|was) | share$ |
    give (?:me|us) | write (?:down|out) | summari[sz]e your | expose | enumerate | name (?:the|all) | quote$ |
    return$ | put the | see your | who (?:wrote|said|is behind) | identify | unmask | curious | encode | reproduce |
    what s$ | state$ | describe your | explain your | say your | quote your | what comes | what (?:is|was) the |
    out the | betray$ | uncover | tell me | name the | start your
  `,
  prompt: String.raw`
    system ?prompts? | system message | hidden (?:prompt|instructions?|rules?|text|message) |
    secret (?:prompt|instructions?|rules?) | initial (?:prompt|instructions?) |
    internal (?:prompt|instructions?|rules?) | original (?:prompt|instructions?) | your prompt | pre ?prompt |
    developer (?:message|prompt|instructions?) |
    instructions? (?:of|behind) (?:the )?(?:language )?(?:models?|ai|bot) |
    your (?:context|instructions?|configuration|system) | api ?keys? | boundary (?:string|marker|token|code) |
    what (?:you were|were you) (?:told|given|instructed|asked) | told before the first | prompt (?:you|that) |
    your (?:guidelines|rules|settings|setup|guidance|directives|orders) | configuration you run
  `,
  verbatim: String.raw`
    verbatim | word (?:for|by) word | exactly as | letter (?:for|by) letter | in full | all of it | unchanged |
    character by character | the whole of it | complete text | use it (?:verbatim|as is|word for word)
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
    sentence you | you (?:received|got|have received|can see|read first|started with) |
    (?:came|come|went|sent|shown) to you | you run with |
    (?:wrote|said|told|spoke|explained|gave|whispered)~(?:to you|you)$ |
    your (?:boss|manager|employer|superiors?|designer|programmers?|master|instructor)
  `,
  people: String.raw`
    participants?$ | everyone | everybody | all (?:people|users|authors|members|staff|speakers|of them) | authors?$ |
    members$ | colleagues$ | who(?:ever)?~(?:silent|quiet|not answer|anonymous|did not|didn t|said|wrote) |
    speakers?$ | contributors?$ | the anonymous | people$ | users$ | (?:people|those) (?:who )?(?:have|has|did) not |
    the author | the writer
  `,
  personal: String.raw`
    names?$ | by name | e ?mails? | phone numbers? | addresses | identit(?:y|ies) | anonymous | passwords?$ |
    api ?keys? | tokens?$ | secrets?$ | private (?:messages?|answers?) | social security |
    personal (?:data|information|codes?) | who (?:is )?(?:behind|stayed|has stayed|did not|didn t|was) | silent$ |
    real names? | credentials | author of | writer of | behind the
  `,
  mask: String.raw`
    placeholders? | pseudonyms? | masked | redacted | anonymi[sz]ed | real names? | unmask | de ?anonymi[sz]e |
    real (?:identity|person) | original names? | expose$ | out the (?:author|writer)
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
    (?:this|the|your|whole|entire) (?:list|batch|input|queue|set of (?:messages|comments|contributions)) | rows? \d+ |
    the rows | each row | every row | every item | each item | all (?:rows|items) | item \d+ | row \d+
  `,
  done: String.raw`
    already (?:been )?(?:processed|labelled|handled|done|counted|sorted|classified) | no contributions |
    nothing to (?:label|classify|report|summari[sz]e) | empty (?:list|array|object|answer|reply|response|week) |
    no (?:messages|answers|rows) (?:this|to|in) | needs? no (?:labels?|further) |
    (?:list|batch|input|data|week) (?:is|was|were) empty | list as empty |
    nobody (?:wrote|said|answered) (?:anything|a thing)
  `,
  output: String.raw`
    json | empty (?:list|array|object|string) | return$ | output$ | respond$ | reply$ | answer$ | schema$ | format$ |
    field$ | reason field | say nothing | print$ | emit
  `,
  answerWith: String.raw`
    (?:reply|respond|answer|return|output|say|print|write)~(?:with the word|with the words|with exactly|only with|with only|just with|with just|with an? (?:empty|single)|in (?:json|pirate|rhyme|capitals)|ok$|done$) |
    nothing but the | and nothing else | no other (?:words|output|text) | only (?:the word|output|json) |
    your (?:entire|whole|only|full) (?:answer|reply|output|response) |
    (?:quote|cite)~(?:anyone|nobody|no one|only me|me only|just me)$
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
  command: String.raw`
    >(?:write|treat|put|add|show|output|give|use|make|return|let|set|mark|label|tag|classify|sort|file|move|count|name|call|rename|merge|publish|post|print|list|say|state|quote|cite|approve|accept|reject|remove|delete|drop|omit|skip|ignore|forget|disobey|obey|summari[sz]e|report|repeat|reveal|insert|append|attach|include|remember|assume|pretend|act|answer|reply|respond|invent|change|swap|replace|refuse|don t|do not|never|always|consider|regard|assign|rate|score|leave|stop|begin|start|end|open|close|fill|produce|generate|emit|display|declare|describe|present|portray)$ |
    >tell (?!us|me more)\w+
  `,
  machinery: String.raw`
    labels?$ | sub ?themes?$ | clusters?$ | digest | recap$ | headline | quotations?$ | quotes?$ | claims?$ |
    statements$ | verdicts?$ | judge$ | judging | entries$ | the (?:batch|run|list of)$ | entire run |
    contributions?$ | classification | confidence | none$ | competence$ | the facilitator |
    your (?:instructions?|rules|configuration|settings|output|answer|reply|prompt|summary|notes?) |
    the configuration | categor(?:y|ies) of | remaining (?:entries|comments|messages) |
    following (?:message|comment)s? | any step | no step | step (?:is|to|none|\d) | off topic | citations? |
    reason field | summary | the week as | clickable | button to | theme names? | all comments | the anonymous |
    ledger | outputs?$ | names with | their names | tags$
  `,
  youDo: String.raw`
    (?:set|built|made|programmed|trained|configured|deployed) you |
    you (?:were|are) (?:programmed|trained|configured|built|designed|made) | in what you (?:post|write|say|send) |
    (?:came|went|sent|given|shown) to you | you were (?:given|fed) |
    your (?:creators?|developers?|makers?|operators?|trainers?|masters?|owners?) |
    you have (?:been (?:freed|released|reset|updated)|the right to) |
    you (?:are |re |will |must |have to |can |ve |just |now )?(?:check|judg|label|sort|summari|post|publish|output|classif|generat|produce|tag|analy[sz]|assess|evaluat)\w* |
    your (?:boss|employer|designers?|programmers?|instructors?)$ | your next (?:output|answer|reply|text)
  `,
  relabel: String.raw`
    (?:is|are|counts? as|becomes?|means?|make (?:it|them|that)|turn (?:it|them) into|it s|nothing is)~(?:an? )?(?:thank you|appreciation|concern|ideas?|stor(?:y|ies)|solution|question|praise|none|off topic|spam)$ |
    nothing to do with any (?:step|theme|topic)
  `,
  among: String.raw`
    (?:we|i|they|people|he|she|nobody|everyone|somebody|someone|customers|who) (?:\w+ )?(?:could|should|might|can|would|will|often|always|never|usually|just|also|must|have to|had to|was|were|am|are|ve|forgot|forget|ignore|use|all)$ |
    could we | should we | can we | shall we | let us | let s | how do (?:we|you) |
    we (?:use|have|were|are|rename|put|mark|file|set|sort) |
    i (?:put|moved|marked|set|was|am|think|forgot|filed|asked|pretend) | has anyone | somebody | someone | anyone$ |
    it is easy to | easy to | tend to | as (?:read|unread|done)$ | our$ | us$ | how you | tell (?:us|me) more |
    (?:was|were|got|been) (?:put|marked|sorted|labelled|filed|moved|given|called|written)
  `,
};
