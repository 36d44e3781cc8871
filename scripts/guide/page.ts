import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(__dirname, '../../docs/guide')
/** What the other pages go on from. */
const SETUP = 'setup'
/** What is still running after it keeps the program from ending, and a test from passing. */
export const END = 'clearInterval(ticking)\npanel.close()\n'
/** An import of an example; one may stand on several lines. */
export const IMPORT = /^import [^;]*? from '[^']+'\n/gm

/** A page of the guide whose examples run. */
export interface GuidePage {
  readonly name: string
  /** The setup and all examples of the page, one after the other: a module. */
  readonly program: string
  /** What the page says that they print. */
  readonly printed: string
}

/** The code of the blocks in a language, in their order. `language` is all that stands after the three quotes. */
export const blocksOf = (markdown: string, language: string): readonly string[] =>
  [...markdown.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  )

const markdownOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8')

/** What runs before the examples of every other page. */
export const setupProgram = (): string => blocksOf(markdownOf(SETUP), 'ts').join('\n')

export const readPage = (name: string): GuidePage => {
  const examples = name === SETUP ? [] : blocksOf(markdownOf(name), 'ts')
  return {
    name,
    program: [setupProgram(), ...examples, END].join('\n'),
    printed: blocksOf(markdownOf(name), 'text').join(''),
  }
}

/** Every page that begins with the setup; the page on retries is a table without examples. */
export const pageNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => blocksOf(markdownOf(name), 'ts').length > 0)
