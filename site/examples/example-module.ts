import { END, IMPORT } from '../../scripts/guide/page'
import type { PageExamples } from './page-examples'
import type { SiteExample } from './runnable'

/**
 * The examples of a page as a TypeScript module, an `ExampleModule`. It runs the setup, then the
 * examples up to the one that the reader started, because the examples of a guide continue from each other.
 */
export const exampleModule = (
  setup: string,
  { areIndependent }: Pick<PageExamples, 'areIndependent'>,
  examples: readonly SiteExample[],
): string => {
  const code = examples.map((example) => ('code' in example ? example.code : ''))
  const imports = [setup, ...code].flatMap((each) => each.match(IMPORT) ?? [])
  const blocks = code.map((each, index) =>
    areIndependent ? independent(each, index) : continued(each, index),
  )
  return `${withoutRepetition(imports).join('')}
export const run = async ({ index, console, onStart }) => {
${setup.replace(IMPORT, '')}
try {
${blocks.join('\n')}
} finally {
${END}
}
}
`
}

const continued = (code: string, index: number): string => `
onStart(${index})
${code.replace(IMPORT, '')}
if (index === ${index}) return
`

const independent = (code: string, index: number): string => `
if (index === ${index}) {
onStart(${index})
${code.replace(IMPORT, '')}
return
}
`

/** Independent examples may import the same names. */
const withoutRepetition = (imports: readonly string[]): readonly string[] => [...new Set(imports)]
