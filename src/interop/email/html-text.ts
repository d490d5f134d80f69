import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** More HTML than this is no letter, in characters. */
const MOST = 2_000_000;
const DEEPEST_QUOTE = 5;
const LONGEST_LINK = 200;

const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'table', 'pre']);
const UNSEEN = new Set(['script', 'style', 'title', 'template', 'noscript', 'iframe', 'textarea', 'select', 'svg']);

/**
 * The text of a message that is written in HTML, as lines; what is quoted begins with `> `. Nothing of it is ever run or
 * made a document: a tokenizer names what is a tag and what is text, and only text is kept. Linear in the length.
 */
export function textOfHtml(html: string): string {
  const source = html.slice(0, MOST);
  const page = new Page();
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks(source, page));
  tokenizer.write(source);
  tokenizer.end();
  return page.text();
}

/** What is written so far, and inside of what. */
class Page {
  readonly #lines: string[] = [];
  #line = '';
  #quote = 0;
  #unseen = '';
  #unseenDepth = 0;
  #link: string | undefined;
  #linkText = '';

  open(name: string, href: string): void {
    if (this.#unseen !== '') {
      if (name === this.#unseen) this.#unseenDepth += 1;
      return;
    }
    if (UNSEEN.has(name)) {
      this.#unseen = name;
      this.#unseenDepth = 1;
    } else if (name === 'br') this.#break();
    else if (name === 'td' || name === 'th') this.write(' ');
    else if (name === 'a') this.#openLink(href);
    else if (BLOCKS.has(name)) this.#block(name);
    if (name === 'blockquote') this.#quote += 1;
    if (name === 'li') this.#line = '- ';
  }

  close(name: string): void {
    if (this.#unseen !== '') {
      if (name === this.#unseen) this.#unseenDepth -= 1;
      if (this.#unseenDepth === 0) this.#unseen = '';
      return;
    }
    if (name === 'a') this.#closeLink();
    if (!BLOCKS.has(name)) return;
    this.#block(name);
    if (name === 'blockquote') this.#unquote();
  }

  write(text: string): void {
    if (this.#unseen !== '') return;
    this.#line += text;
    if (this.#link !== undefined) this.#linkText += text;
  }

  text(): string {
    this.#break();
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  /** The blank line after a quotation is not part of it. */
  #unquote(): void {
    this.#quote = Math.max(0, this.#quote - 1);
    if (/^[> ]+$/.test(this.#lines.at(-1) ?? '')) this.#lines[this.#lines.length - 1] = this.#mark().trimEnd();
  }

  #openLink(href: string): void {
    this.#closeLink();
    if (/^https?:\/\/\S+$/i.test(href) && href.length <= LONGEST_LINK) this.#link = href;
    this.#linkText = '';
  }

  /** An address that leads somewhere is part of what was said: the link to a test, to a calendar. */
  #closeLink(): void {
    const href = this.#link;
    this.#link = undefined;
    if (href === undefined || this.#linkText.trim() === '') return;
    const bare = href.replace(/^https?:\/\/|\/$/gi, '');
    if (!this.#linkText.includes(bare)) this.write(` (${href})`);
  }

  #block(name: string): void {
    if (this.#line.trim() !== '') this.#break();
    else this.#line = '';
    if (SPACED.has(name) && this.#lines.at(-1)?.replace(/[> ]/g, '') !== '') this.#lines.push(this.#mark().trimEnd());
  }

  #break(): void {
    this.#lines.push((this.#mark() + this.#line.replace(/[\s\u00a0]+/g, ' ').trim()).trimEnd());
    this.#line = '';
  }

  #mark(): string {
    return '> '.repeat(Math.min(this.#quote, DEEPEST_QUOTE));
  }
}

function callbacks(source: string, page: Page): TokenizerCallbacks {
  let [tag, attribute, href] = ['', '', ''];
  const nothing = () => {};
  return {
    ontext: (start, end) => page.write(source.slice(start, end)),
    ontextentity: (point) => page.write(String.fromCodePoint(point)),
    onopentagname(start, end) {
      tag = source.slice(start, Math.min(end, start + 20)).toLowerCase();
      href = '';
    },
    onattribname(start, end) {
      attribute = source.slice(start, Math.min(end, start + 20)).toLowerCase();
    },
    onattribdata(start, end) {
      if (attribute === 'href') href += source.slice(start, end);
    },
    onattribentity(point) {
      if (attribute === 'href') href += String.fromCodePoint(point);
    },
    onattribend: nothing,
    onopentagend: () => page.open(tag, href),
    onselfclosingtag: () => page.open(tag, href),
    onclosetag: (start, end) =>
      page.close(
        source
          .slice(start, Math.min(end, start + 20))
          .trim()
          .toLowerCase(),
      ),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  };
}
