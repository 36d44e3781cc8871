import { blocksOf } from '../../scripts/guide/page'
import { sitePages, textOf } from '../pages/site-pages'

/** The examples of a page that the tests run, in their order. */
export interface PageExamples {
  /** Such as `guide/errors.md` or `zh/guide/errors.md`. */
  readonly page: string
  readonly examples: readonly string[]
  /** Whether each example runs alone. Those of a guide continue from each other. */
  readonly areIndependent: boolean
}

const GUIDE = /^(zh\/)?guide\//
const SETUP = /^(zh\/)?guide\/setup\.md$/
/** Pages outside of the guides mark the examples that run. */
const MARKED = 'ts run'

/** What stands after the three quotes of an example that runs. */
export const runnableInfo = (page: string): string => (GUIDE.test(page) ? 'ts' : MARKED)

/** What the page shows after the setup; the setup itself is its only content. */
const examplesOf = (page: string, file: string): PageExamples => {
  const blocks = blocksOf(textOf(file), runnableInfo(page))
  return {
    page,
    examples: SETUP.test(page) ? blocks.map(() => '') : blocks,
    areIndependent: !GUIDE.test(page),
  }
}

/** Every page with examples. */
export const pagesWithExamples = (): readonly PageExamples[] =>
  [...sitePages()]
    .map(([page, file]) => examplesOf(page, file))
    .filter(({ examples }) => examples.length > 0)
