import { isObject, type Json } from './blocks/problem.ts';
import type { SlackFile } from './world.ts';

/** Blocks as HTML that looks much like Slack's, to be looked at by people. */
export function htmlOf(blocks: readonly Json[], files: readonly SlackFile[] = []): string {
  return blocks.map((block) => blockHtml(block, files)).join('\n');
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
const textOf = (value: unknown): string => (isObject(value) ? escaped(word(value.text)) : '');

function blockHtml(block: Json, files: readonly SlackFile[]): string {
  switch (block.type) {
    case 'header':
      return `<h2>${textOf(block.text)}</h2>`;
    case 'divider':
      return '<hr>';
    case 'rich_text':
      return `<div class="rich">${list(block.elements).map(richHtml).join('')}</div>`;
    case 'section':
      return `<p>${textOf(block.text)}</p>`;
    case 'context':
      return `<p class="context">${list(block.elements).map(textOf).join(' ')}</p>`;
    case 'actions':
      return `<div class="actions">${list(block.elements).map(buttonHtml).join('')}</div>`;
    case 'image':
      return imageHtml(block, files);
    case 'input':
      return inputHtml(block);
    default:
      return `<pre>${escaped(JSON.stringify(block))}</pre>`;
  }
}

function richHtml(element: Json): string {
  const inside = list(element.elements);
  switch (element.type) {
    case 'rich_text_list': {
      const tag = element.style === 'ordered' ? 'ol' : 'ul';
      const items = inside.map((each) => `<li>${list(each.elements).map(inlineHtml).join('')}</li>`).join('');
      return `<${tag} style="margin-left:${Number(element.indent ?? 0) * 24}px">${items}</${tag}>`;
    }
    case 'rich_text_quote':
      return `<blockquote>${inside.map(inlineHtml).join('')}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${inside.map(inlineHtml).join('')}</pre>`;
    default:
      return `<div class="text">${inside.map(inlineHtml).join('')}</div>`;
  }
}

function inlineHtml(run: Json): string {
  const style = isObject(run.style) ? run.style : {};
  const text = escaped(word(run.text)) || escaped(`{${word(run.type)}}`);
  const linked = run.type === 'link' ? `<a href="${escaped(word(run.url))}">${text}</a>` : text;
  return ['bold', 'italic', 'strike', 'code']
    .filter((each) => style[each] === true)
    .reduce((inner, each) => `<span class="${each}">${inner}</span>`, linked);
}

const buttonHtml = (button: Json): string =>
  `<button class="${word(button.style)}" title="${escaped(word(button.action_id))}">${textOf(button.text)}</button>`;

function imageHtml(block: Json, files: readonly SlackFile[]): string {
  const id = isObject(block.slack_file) ? block.slack_file.id : null;
  const file = files.find((each) => each.id === id);
  const bytes = file?.bytes?.toString('base64') ?? '';
  return `<figure><img alt="${escaped(word(block.alt_text))}" src="data:image/png;base64,${bytes}"></figure>`;
}

function inputHtml(block: Json): string {
  const element = isObject(block.element) ? block.element : {};
  const initial =
    textOf(isObject(element.initial_option) ? element.initial_option.text : null) ||
    escaped(word(element.initial_value ?? element.initial_date ?? element.initial_time));
  const optional = block.optional === true ? ' <span class="optional">(optional)</span>' : '';
  const tall = element.multiline === true ? ' tall' : '';
  return `<div class="input"><label>${textOf(block.label)}${optional}</label><div class="field${tall}">${initial}<i>${word(element.type)}</i></div><small>${textOf(block.hint)}</small></div>`;
}

const STYLE = `
body{font:15px/1.46 Lato,"Liberation Sans",Arial,sans-serif;color:#1d1c1d;background:#f4f4f4;margin:0;padding:24px}
.sheet{background:#fff;border-radius:8px;padding:16px 20px;margin:0 0 24px;max-width:640px}
.sheet>h1{font-size:13px;color:#777;margin:0 0 12px;font-weight:normal}
h2{font-size:18px;margin:10px 0 4px;line-height:1.3} hr{border:0;border-top:1px solid #ddd;margin:12px 0}
.rich{margin:4px 0} .text{min-height:2px;white-space:pre-wrap} ul,ol{margin:2px 0;padding-left:26px}
blockquote{border-left:4px solid #ddd;margin:4px 0;padding-left:12px;white-space:pre-wrap}
.bold{font-weight:700}.italic{font-style:italic}.strike{text-decoration:line-through}
.code{font-family:"Liberation Mono",monospace;font-size:12px;color:#c01343;background:#f6f6f6;border:1px solid #ddd;border-radius:3px;padding:1px 3px}
a{color:#1264a3;text-decoration:none} .actions{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
button{font:700 13px "Liberation Sans",Arial;padding:5px 12px;border:1px solid #bbb;border-radius:4px;background:#fff}
button.primary{background:#007a5a;color:#fff;border-color:#007a5a} button.danger{background:#e01e5a;color:#fff;border-color:#e01e5a}
figure{margin:6px 0} img{max-width:100%;border-radius:6px} .input{margin:10px 0} label{font-weight:700;display:block}
.optional{font-weight:400;color:#777}.field{border:1px solid #bbb;border-radius:4px;padding:7px 10px;min-height:20px}.field.tall{min-height:80px}
.field i{float:right;color:#bbb;font-size:12px} small,.context{color:#777}`;

/** One page of sheets, each with its name. */
export const pageOf = (sheets: readonly { id: string; name: string; html: string }[]): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${sheets
    .map(({ id, name, html }) => `<section class="sheet" id="${id}"><h1>${escaped(name)}</h1>${html}</section>`)
    .join('\n')}`;
