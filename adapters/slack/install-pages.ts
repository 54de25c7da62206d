/** What whoever installs Porras sees in the browser afterwards, in their language. */
export interface InstallPage {
  status: number;
  html: string;
}

const LANGUAGES = ['en', 'fi', 'sv'] as const;
type Lang = (typeof LANGUAGES)[number];

const WORDS: Readonly<
  Record<Lang, { done: (name: string) => [string, string]; failed: (code: string) => [string, string] }>
> = {
  en: {
    done: (name) => [
      `Porras is in ${name}`,
      'Invite it to a channel with /invite @Porras, and begin with /porras new. You can close this page.',
    ],
    failed: (code) => ['Porras was not installed', `Nothing has changed in Slack (${code}). Start once more below.`],
  },
  fi: {
    done: (name) => [
      `Porras on nyt täällä: ${name}`,
      'Kutsu se kanavalle komennolla /invite @Porras ja aloita komennolla /porras uusi. Tämän sivun voi sulkea.',
    ],
    failed: (code) => ['Porrasta ei asennettu', `Slackissa ei muuttunut mitään (${code}). Aloita alta uudelleen.`],
  },
  sv: {
    done: (name) => [
      `Porras finns nu i ${name}`,
      'Bjud in den till en kanal med /invite @Porras och sätt i gång med /porras ny. Du kan stänga den här sidan.',
    ],
    failed: (code) => ['Porras installerades inte', `Inget har ändrats i Slack (${code}). Börja om här nedanför.`],
  },
};

export function installedPage(name: string, acceptLanguage: string | undefined): InstallPage {
  const lang = languageOf(acceptLanguage);
  const [title, text] = WORDS[lang].done(name);
  return { status: 200, html: page(lang, title, `<p>${escaped(text)}</p>`) };
}

/** @param code of Slack's library or ours; the page shows nothing else of the error. */
export function failedPage(code: string, acceptLanguage: string | undefined, installPath: string): InstallPage {
  const lang = languageOf(acceptLanguage);
  const [title, text] = WORDS[lang].failed(code);
  const link = `<p><a href="${escaped(installPath)}">${escaped(installPath)}</a></p>`;
  return {
    status: /state|missing|authorization/.test(code) ? 400 : 500,
    html: page(lang, title, `<p>${escaped(text)}</p>${link}`),
  };
}

/** The first of ours that the browser asks for. */
const languageOf = (acceptLanguage = ''): Lang =>
  acceptLanguage
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().slice(0, 2))
    .flatMap((each) => LANGUAGES.find((lang) => lang === each) ?? [])[0] ?? 'en';

const page = (lang: Lang, title: string, body: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}</style><h1>${escaped(title)}</h1>${body}</html>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => ENTITIES[each] ?? each);
