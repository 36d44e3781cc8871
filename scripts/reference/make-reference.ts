import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Reference, ReferenceEntry } from '../../command-line/reference'
import { actionText } from './action-text'
import { commentOf, exampleIn } from './comment-of'
import { contractNotes } from './contract-notes'
import { definingCall, partOf } from './defining-call'

const root = join(__dirname, '..', '..')

/** What the comments in `actions/` say of each action, and where the fixtures say that the vendor describes it. */
export const makeReference = (): Reference => {
  const files = filesUnder('actions', '.ts')
  const program = ts.createProgram(files, {
    noResolve: false,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  const sources = sourcesByAction()
  const entries = files
    .flatMap((file) => program.getSourceFile(file)?.statements ?? [])
    .flatMap((statement) => actionsIn(statement, program.getTypeChecker()))
    .map(([name, entry]): [string, ReferenceEntry] => {
      const source = sources.get(name)
      return [name, { ...entry, ...(source && { source }) }]
    })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name))

/** `export const listUsers = defineAction({ … })`, with its comment. */
const actionsIn = (
  statement: ts.Statement,
  checker: ts.TypeChecker,
): readonly (readonly [string, ReferenceEntry])[] => {
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ initializer }) => {
    const [definition] = definingCall(initializer)?.arguments ?? []
    if (definition === undefined || !ts.isObjectLiteralExpression(definition)) return []
    const name = partOf(definition, 'name')
    if (name === undefined || !ts.isStringLiteralLike(name)) return []
    const notes = {
      ...contractNotes(partOf(definition, 'params'), 'params', checker),
      ...contractNotes(partOf(definition, 'result'), 'result', checker),
    }
    const example = exampleIn(statement)
    const text = actionText(commentOf(statement) ?? '')
    return [[name.text, { ...text, ...(example !== undefined && { example }), notes }] as const]
  })
}

interface Fixture {
  readonly operation: string
  readonly source?: ReferenceEntry['source']
}

const sourcesByAction = (): ReadonlyMap<string, Fixture['source']> =>
  new Map(
    filesUnder('test/fixtures', '.json').flatMap((file) => {
      const { operation, source } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Fixture>
      return operation === undefined ? [] : [[operation, source] as const]
    }),
  )
