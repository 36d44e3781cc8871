import { blocksOf } from '../../scripts/guide/page'
import { sitePages, textOf } from '../pages/site-pages'

/** The examples of a page that the tests run, in their order. */
export interface PageExamples {
  /** The English page, such as `guide/errors.md`. Its translations have the same examples. */
  readonly page: string
  readonly examples: readonly string[]
  /** Whether each example runs alone. Those of a guide continue from each other. */
  readonly areIndependent: boolean
}

const GUIDE = 'guide/'
const SETUP = 'guide/setup.md'
/** Pages outside of the guides mark the examples that run. */
const MARKED = 'ts run'

/** The page that a translation is made from, and that has its examples. */
export const englishOf = (page: string): string => page.replace(/^zh\//, '')

/** What stands after the three quotes of an example that runs. */
export const runnableInfo = (page: string): string => (page.startsWith(GUIDE) ? 'ts' : MARKED)

/** What the page shows after the setup; the setup itself is its only content. */
const examplesOf = (page: string, file: string): PageExamples => {
  const blocks = blocksOf(textOf(file), runnableInfo(page))
  return {
    page,
    examples: page === SETUP ? blocks.map(() => '') : blocks,
    areIndependent: !page.startsWith(GUIDE),
  }
}

/** Every page with examples. */
export const pagesWithExamples = (): readonly PageExamples[] =>
  [...sitePages()]
    .filter(([page]) => englishOf(page) === page)
    .map(([page, file]) => examplesOf(page, file))
    .filter(({ examples }) => examples.length > 0)
