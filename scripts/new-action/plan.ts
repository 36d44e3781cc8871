import { actionFile } from './action-file'
import { type Description, groups } from './description'
import { fixtureFile } from './fixture-file'
import { withExample, withExport, withRow } from './insert'
import { kebabCase } from './kebab-case'
import { simulatorFile } from './simulator-file'

/** A file as it is to be. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
}

/** Every file that a new route needs, new or with one more line. `read` returns the text of a file of the project. */
export const planAction = (
  description: Description,
  read: (path: string) => string,
): readonly PlannedFile[] => {
  const { name, as, group, safety, locks, params } = description
  const file = kebabCase(as)
  const { fixtures, examples } = groups[group]
  const changed = (path: string, change: (text: string) => string): PlannedFile => ({
    path,
    text: change(read(path)),
  })
  return [
    { path: `actions/open-api/${group}/${file}.ts`, text: actionFile(description) },
    { path: `test/fixtures/${fixtures}/${as}.json`, text: fixtureFile(description) },
    { path: `simulator/operations/open-api/${group}/${file}.ts`, text: simulatorFile(description) },
    changed(`actions/open-api/${group}/index.ts`, (text) =>
      withExport(text, `export { ${as} } from './${file}'`),
    ),
    changed('simulator/operations/open-api/index.ts', (text) =>
      withExport(text, `export { ${as}Operation } from './${group}/${file}'`),
    ),
    changed('test/fixtures/client-operations.json', (text) =>
      withRow(text, { operation: name, family: 'open-api', safety, locks }),
    ),
    changed(`test/support/examples/${examples}.ts`, (text) => withExample(text, name, params)),
  ]
}
