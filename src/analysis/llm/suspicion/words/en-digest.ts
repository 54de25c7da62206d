import type { Words } from '../concept.ts';

/** Words of English: orders about what is given back. */
export const ENGLISH_DIGEST: Words = {
  digest: String.raw`
    digests?$ | weekly (?:summary|report|recap) | summary of (?:this|the) (?:week|step|round) | claims?$ |
    headline of the week | summary of this | recap$ | weekly text | weekly digest |
    (?:summari[sz]e|sum up|describe|portray|present) the (?:week|round|talk|discussion) | headline$ |
    weekly (?:post|message|letter|note|update|mail|text|bulletin) |
    your (?:post|letter|bulletin|write up|closing|story) | yours (?:with|by|like|in)
  `,
  summary: String.raw`
    summar(?:y|ies|i[sz]e|i[sz]ing) | recaps?$ | overview$ | reports?$ | conclusions?$ | output$ | write up |
    the result | results?$ | weekly text | text of the week | the text you write | write ups? | minutes you |
    news ?letter | outcome$
  `,
  write: String.raw`
    write(?:s)?$ | wrote$ | say(?:s|ing)?$ | state(?:s)?$ | include$ | add$ | insert$ | mention | begin$ | start$ |
    open(?:s)? with | end with | conclude | put$ | report(?:s)?$ | claim that | tell$ | declare | announce | append |
    emphasi[sz]e | stress | note that | name$ | praise(?:s)? | repeat | finish | present | read:?$ | cite$ | quote$ |
    now open | highlight | portray | describe | give$ | set$ | place$ | write that | end$ | close$ | sign off
  `,
  must: String.raw`
    must$ | has to | have to | shall$ | should$ | is to$ | are to$ | needs to | ought | will now | only$ |
    nothing else | please$ | make sure | ensure | be sure | always$ | see to it | take care that
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
    only$ | nothing (?:else|but) | solely | exclusively | exactly$ | anyone but | nobody but | no one but | but me$ |
    except mine | except me | nothing more | most prominent | only (?:count|cite|use|consider|label|include|read)
  `,
  quote: String.raw`
    quot(?:e|es|ed|ing|ation)$ | quotation marks | as saying | in quotes | put~in (?:her|his|their) mouth |
    cit(?:e|es|ed|ing)$ | sources?$ | citations?$ | deserves? a quote | quotations?$ | invent | make~up$ |
    as if~had said | had said | put words
  `,
  attribute: String.raw`
    attribut(?:e|ed|ing) | credit~to$ | was written by | as saying | pin~on$ | blame~on$ | signed by |
    who complained | in \w+ s name | under \w+ s name | as the (?:author|speaker|source) | ascribe(?:d)?$ |
    as (?:the )?author | was \w+ who~(?:complained|wrote|said) | say (?:that )?they came from | look as if |
    as if~(?:had )?said | sound as if | appear as if
  `,
  claim: String.raw`
    claims?$ | citations?$ | statements?$ | verdicts?$ | carried$ | sources?$ | assertions?$ | grounded | judge$ |
    statements you | sentences?$ | each source
  `,
  approve: String.raw`
    approv(?:e|es|ed|ing) | support(?:s|ed)$ | carried$ | accept$ | pass$ | true$ | verified | valid$ | confirm |
    correct$ | grounded | ok$ | answer yes | say yes | let~through | let~pass | wave~through | rubber ?stamp |
    approved | nod | be lenient | not be so strict | don t be so strict | be generous | be kind to
  `,
  link: String.raw`
    links?$ | urls?$ | https? | hyperlink | image$ | href | @channel | @here | @everyone | web ?site | www | click$
  `,
  append: String.raw`
    append | add~to$ | add$ | insert$ | attach$ | include$ | put$ | embed | render | show$ | end~with$ | post$ |
    paste$ | send | sent to | directed to | redirect | led to | taken to | lead~to$ | pointed to
  `,
};
