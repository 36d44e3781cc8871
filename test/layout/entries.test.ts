import ts from 'typescript'
import { expect, it } from 'vitest'
import { sourceFiles } from './source-files'

/** Every name that an entry exports, those of types too; not the single actions of an `export *`, which are in registries. */
const namesOf = (text: string): readonly string[] => {
  const names: string[] = []
  ts.createSourceFile('entry.ts', text, ts.ScriptTarget.Latest).forEachChild((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return
    if (ts.isNamedExports(statement.exportClause))
      names.push(...statement.exportClause.elements.map(({ name }) => name.text))
  })
  return names
}

const entries = sourceFiles('src/entries')
const textOf = (name: string): string =>
  entries.find(({ path }) => path === `src/entries/${name}.ts`)?.text ?? ''
const isFlow = (path: string): boolean => path.startsWith('src/entries/flows')

it('offers in `lockpanel` all that its parts offer, values and types', () => {
  const isWhole = (path: string) => path === 'src/entries/index.ts'
  const whole = new Set(namesOf(textOf('index')))
  const parts = entries
    .filter(({ path }) => !isWhole(path) && !isFlow(path))
    .flatMap(({ text }) => namesOf(text))
  expect(parts.length).toBeGreaterThan(50)
  expect(parts.filter((name) => !whole.has(name))).toEqual([])
})

it('offers every flow in `lockpanel/flows`, and that in `lockpanel`', () => {
  const flows = entries.filter(({ path }) => path.startsWith('src/entries/flows/'))
  const starred = [...textOf('flows').matchAll(/^export \* from '\.\/(.+)'$/gm)].map(
    ([, name]) => `src/entries/${name}.ts`,
  )
  expect(flows.length).toBeGreaterThan(10)
  expect(starred.sort()).toEqual(flows.map(({ path }) => path).sort())
  expect(textOf('index')).toMatch(/^export \* from '\.\/flows'$/m)
})
