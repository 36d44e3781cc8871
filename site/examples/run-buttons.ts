import type { MarkdownRenderer } from 'vitepress'
import { sourceFileOf } from '../links/source-file'
import { pageOf } from '../pages/site-pages'
import { englishOf, runnableInfo } from './page-examples'
import type { SiteExample } from './runnable'

/** Puts a `<run-example>` under each example that runs in a browser. */
export const runButtons =
  (examplesOf: (page: string) => readonly SiteExample[]) =>
  (markdown: MarkdownRenderer): void => {
    const { fence } = markdown.renderer.rules
    if (fence === undefined) throw new Error('VitePress renders no blocks of code')
    markdown.renderer.rules.fence = (tokens, position, options, env, self) => {
      const block = fence(tokens, position, options, env, self)
      const page = englishOf(pageOf(sourceFileOf(env)) ?? '')
      const isRunnable = ({ type, info }: (typeof tokens)[number]) =>
        type === 'fence' && info === runnableInfo(page)
      if (!tokens.slice(position, position + 1).some(isRunnable)) return block
      const index = tokens.slice(0, position).filter(isRunnable).length
      const example = examplesOf(page)[index]
      return example === undefined || 'nodeOnly' in example
        ? block
        : `${block}<RunExample page="${page}" :index="${index}" />`
    }
  }
