import { posix, relative, sep } from 'node:path'
import { repository } from '../pages/site-pages'

/** What VitePress passes to the rules of Markdown about the page; the search index is made without `realPath`. */
export interface PageEnvironment {
  readonly path: string
  readonly realPath?: string
}

/** The file of a page that is being rendered, from the root of the repository. */
export const sourceFileOf = ({ path, realPath = path }: PageEnvironment): string =>
  relative(repository, realPath).replaceAll(sep, posix.sep)
