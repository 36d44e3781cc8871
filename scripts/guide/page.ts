import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(__dirname, '../../docs/guide')
/** What the other pages go on from. */
const SETUP = 'setup'
/** What is still running after it keeps the program from ending, and a test from passing. */
export const END = 'clearInterval(ticking)\npanel.close()\n'

/** A page of the guide whose examples run. */
export interface GuidePage {
  readonly name: string
  /** The setup and all examples of the page, one after the other: a module. */
  readonly program: string
  /** What the page says that they print. */
  readonly printed: string
}

const blocksOf = (markdown: string, language: string): readonly string[] =>
  [...markdown.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  )

const markdownOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8')

export const readPage = (name: string): GuidePage => {
  const pages = name === SETUP ? [SETUP] : [SETUP, name]
  return {
    name,
    program: [...pages.flatMap((page) => blocksOf(markdownOf(page), 'ts')), END].join('\n'),
    printed: blocksOf(markdownOf(name), 'text').join(''),
  }
}

/** Every page that begins with the setup; the page on retries is a table without examples. */
export const pageNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => blocksOf(markdownOf(name), 'ts').length > 0)
