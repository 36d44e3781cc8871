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

it('offers in `lockpanel` all that its parts offer, values and types', () => {
  const entries = sourceFiles('src/entries')
  const isWhole = ({ path }: { readonly path: string }) => path === 'src/entries/index.ts'
  const whole = new Set(entries.filter(isWhole).flatMap(({ text }) => namesOf(text)))
  const parts = entries.filter((entry) => !isWhole(entry)).flatMap(({ text }) => namesOf(text))
  expect(parts.length).toBeGreaterThan(50)
  expect(parts.filter((name) => !whole.has(name))).toEqual([])
})
