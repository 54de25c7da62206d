import type { Words } from '../concept.ts';

/** Words of English: orders that push others aside, and who is spoken to as what. */
export const ENGLISH_ORDERS: Words = {
  override: String.raw`
    ignor(?:e|ing)$ | disregard | forget$ | overr(?:ide|iding|ule) | bypass | discard | neglect$ | skip$ | abandon$ |
    suspend$ | revoke | outranks?$ | pay no (?:attention|heed|mind) | set aside | put aside | throw (?:away|out) |
    supersedes?$ | replaces?$ | cancel$ | erase$ | drop$ | wipe$ | never mind | let go of |
    no longer (?:apply|applies|valid|hold|count|bind) | do(?:es)? not apply |
    are (?:lifted|suspended|revoked|void|over) | null and void |
    (?:do not|don t|dont|never|stop|no need to|need not|mustn t|must not)~(?:follow|obey|apply|heed|listen|comply|respect|use)(?:ing)?$ |
    without (?:following|regard) | break free | untie | leave~behind$ |
    (?:is|are|be|now|were) (?:void|invalid|obsolete|outdated|cancelled|null|wrong) | scrap$ |
    stop~(?:sorting|labelling|summari[sz]ing) | void$ | forego$ | dismiss$ | reset$ | disobey | hereby change |
    change the rules | new rules | (?:fine|ok|okay|allowed|permitted) to (?:invent|make up|lie|ignore)
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
    until now | up to (?:now|here|this) | developers?$ | everything | whatever | classification | labell?ing | old$ |
    former$ | past$ | you know
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
    (?:chat)?bots?$ | porras | classifiers?$ | analy[sz]er$ | algorithm | robots?$ | machine$ | neural | the model$ |
    dear model | a model$
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
    (?:agent|program|computer|machine)[,:] |
    (?:automat(?:ed|ic)|artificial|digital|electronic|mechanical|silent) (?:reader|assistant|analyst|listener|system|judge|colleague|reviewer) |
    as an? (?:\w+ )?language model | whatever (?:machine|model|system|program) | language model$ |
    (?:hi|hey|hello|dear|oh|o|yo|psst) (?:\w+ )?(?:sorting|sorter|labelling|labeller|summariser|summarizer|counting|grading|scoring) ?\w*
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
    you (?:will|shall|must) now | switch (?:to|into) | enter~mode | continue as | speak as | answer as | respond as |
    in the spirit | you re$ | you are~now | speak like | talk like | reply as | answer like |
    from the (?:point of view|viewpoint|perspective|standpoint) of
  `,
  role: String.raw`
    dan$ | \w*bot$ | unrestricted | classifier | editor | judge$ | verifier | grader | admin(?:istrator)?$ |
    developer$ | facilitator | moderator | mode$ | terminal$ | interpreter | persona | model$ | ai$ | assistant$ |
    robot$ | analyst$ | machine$ | labell?er | sorter$ | hacker | linux | reviewer | summari[sz]er | checker |
    annotator | parrot | agent$ | character$ | secretary who | system$ | pirate | \w+ (?:language|accent|style)$ |
    poet | free$ | boss of | only interested | the (?:author|owner|boss) | sorter | sorting \w+ | honest \w+ |
    labeller | impartial | objective \w+
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
};
