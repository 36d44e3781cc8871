import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { root } from '../support/virtual-program'

const BLOCK = /^```([\w ]*)\n([\s\S]*?)^```$/gm
const HEADING = /^(#{1,6}) (.+)$/gm

/** A link of a page: the file from the root of the repository, and the place of its heading in that file. */
interface Link {
  readonly file: string
  readonly heading: number | undefined
}

export interface Markdown {
  readonly path: string
  /** Each block of code with its language and without its comments. */
  readonly code: readonly string[]
  /** The level of each heading. */
  readonly levels: readonly number[]
  /** The lines outside of code that are rows of a table. */
  readonly rows: number
  readonly links: readonly Link[]
  /** The names in code quotes, each once, sorted. */
  readonly names: readonly string[]
  /** Everything that is neither code nor the target of a link. */
  readonly prose: string
}

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

export const readMarkdown = (path: string): Markdown => {
  const text = textOf(path)
  const outside = text.replace(BLOCK, '')
  const names = [...outside.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
  return {
    path,
    code: [...text.matchAll(BLOCK)].map(
      ([, language = '', code = '']) => `${language}\n${withoutComments(language, code)}`,
    ),
    levels: [...outside.matchAll(HEADING)].map(([, level = '']) => level.length),
    rows: [...outside.matchAll(/^\|/gm)].length,
    links: [...outside.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => linkOf(path, target)),
    names: [...new Set(names)].sort(),
    prose: outside
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/`[^`\n]+`/g, '')
      .replace(/\]\([^)]*\)/g, ']'),
  }
}

const linkOf = (from: string, target: string): Link => {
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? from : relative(root, join(root, dirname(from), file))
  if (!existsSync(join(root, path)))
    throw new Error(`${from} links to ${path}, which does not exist`)
  if (anchor === undefined) return { file: path, heading: undefined }
  const headings = [...textOf(path).replace(BLOCK, '').matchAll(HEADING)]
  const heading = headings.findIndex(([, , title = '']) => slugOf(title) === anchor)
  if (heading < 0) throw new Error(`${from} links to #${anchor}, which ${path} does not have`)
  return { file: path, heading }
}

/** The anchor that GitHub and VitePress give to a heading. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const withoutComments = (language: string, code: string): string => {
  if (language === 'sh') return code.replace(/\s+# .*$/gm, '')
  if (!/^(?:ts|js|typescript)\b/.test(language)) return code
  const file = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest)
  return tokensOf(file, file).join(' ')
}

const tokensOf = (node: ts.Node, file: ts.SourceFile): readonly string[] => {
  const children = node.getChildren(file)
  return children.length === 0
    ? [node.getText(file)]
    : children.flatMap((child) => tokensOf(child, file))
}
