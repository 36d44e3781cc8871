import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { addressOf, pageOf, repository } from '../pages/site-pages'
import { sourceFileOf } from './source-file'

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/**
 * Resolves links as GitHub does, from the file in the repository, to pages of the site. A link to another file of the repository becomes
 * plain text, because the repository has no public address (decision 0017). A link to nothing fails the build.
 */
export const repositoryLinks = (markdown: MarkdownRenderer): void => {
  markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
    const file = sourceFileOf(env)
    for (const { children } of tokens) resolveLinks(children ?? [], file)
  })
}

const resolveLinks = (tokens: readonly Token[], file: string): void => {
  let isText = false
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = siteAddress(file, token.attrGet('href') ?? '')
      isText = href === undefined
      if (href === undefined) token.attrs = []
      else token.attrSet('href', href)
    }
    if (isText && token.type.startsWith('link_')) token.tag = 'span'
  }
}

const HAS_PROTOCOL = /^[a-z]+:/

/** Undefined if the file that is linked has no page. */
const siteAddress = (from: string, href: string): string | undefined => {
  if (href.startsWith('#') || HAS_PROTOCOL.test(href)) return href
  const [path = '', anchor] = href.split('#')
  const file = posix.join(posix.dirname(from), decodeURI(path)).replace(/\/$/, '')
  if (!existsSync(join(repository, file)))
    throw new Error(`${from} links to ${href}, which does not exist. Correct the link.`)
  const page = pageOf(file) ?? folderPage(file)
  return page && `${addressOf(page)}${anchor === undefined ? '' : `#${anchor}`}`
}

const folderPage = (folder: string): string | undefined =>
  ['index.md', 'README.md']
    .map((name) => `${folder}/${name}`)
    .filter((file) => existsSync(join(repository, file)))
    .map(pageOf)
    .find((page) => page !== undefined)
