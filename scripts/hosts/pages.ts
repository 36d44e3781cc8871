import type { Column } from './cells'
import { english } from './chrome-en'
import { chinese } from './chrome-zh'
import { makePage } from './page'

/** The generated pages by their path in the repository. */
export const hostPages = (columns: readonly Column[]): Readonly<Record<string, string>> => ({
  'docs/guide/hosts.md': makePage(columns, english),
  'docs/zh/guide/hosts.md': makePage(columns, chinese),
})
