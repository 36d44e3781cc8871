/**
 * Measures what the types cost the compiler of an app: a program with a panel with every action and one typed call of each, and
 * the same with as many actions as the vendor has operations. Fails above the budget.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type ts from 'typescript'
import { allActions } from '../actions'
import type { Action } from '../src/core/action'
import { arbitraryOf } from '../test/support/arbitrary'
import { messagesAbout, root, virtualProgram } from '../test/support/virtual-program'

const MAX_INSTANTIATIONS = 120_000
const VENDOR_OPERATIONS = 99

type Files = Readonly<Record<string, string>>

const actions: readonly Action[] = Object.values(allActions)
const PROGRAM = 'src/types-cost.virtual.ts'

/** A call with every parameter there is. */
const callOf = ({ params }: Action, name: string): string => {
  const [sample] = fc.sample(arbitraryOf(params, { full: true }), { numRuns: 1, seed: 1 })
  return `panel.apiRequest('${name}', ${JSON.stringify(sample)})`
}

const withEveryAction = (): Files => ({
  [PROGRAM]: [
    `import { allActions, createPanel } from './entries'`,
    `const panel = createPanel({ actions: allActions })`,
    ...actions.map((action) => callOf(action, action.name)),
  ].join('\n'),
})

interface ActionFile {
  readonly action: Action
  /** What the file exports it as. */
  readonly key: string
  readonly path: string
  readonly text: string
}

const actionFiles = (): readonly ActionFile[] =>
  readdirSync(join(root, 'actions'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const path = join('actions', name)
      const text = readFileSync(join(root, path), 'utf8')
      const key = /export const (\w+) = [^=]*\bdefineAction\(/.exec(text)?.[1]
      const action = actions.find((each) => text.includes(`name: '${each.name}'`))
      return key === undefined || action === undefined ? [] : [{ action, key, path, text }]
    })

/**
 * Copies of the action files with other names, beside the originals, so that the compiler computes every
 * contract separately: a spread of one action with many names would cost nothing.
 */
const withActions = (count: number): Files => {
  const originals = actionFiles()
  if (originals.length !== actions.length)
    throw new Error(`found the files of ${originals.length} actions out of ${actions.length}`)
  const copies = Array.from({ length: count }, (_, index) => {
    const original = originals[index % originals.length] as ActionFile
    const { action, path, text } = original
    const name = `${action.name}.${index}`
    return {
      ...original,
      name,
      path: path.replace(/\.ts$/, `.copy-${index}.ts`),
      text: text.replace(`name: '${action.name}'`, `name: '${name}'`),
    }
  })
  return {
    ...Object.fromEntries(copies.map(({ path, text }) => [path, text])),
    [PROGRAM]: [
      `import { createPanel } from './entries'`,
      ...copies.map(
        ({ key, path }, index) =>
          `import { ${key} as action${index} } from '../${path.replace(/\.ts$/, '')}'`,
      ),
      `const panel = createPanel({ actions: { ${copies.map((_, index) => `action${index}`)} } })`,
      ...copies.map(({ action, name }) => callOf(action, name)),
    ].join('\n'),
  }
}

/** The compiler counts for `tsc --extendedDiagnostics`, and does not name the counter in its types. */
const instantiationsOf = (program: ts.Program): number =>
  (program as ts.Program & { getInstantiationCount(): number }).getInstantiationCount()

const measure = (title: string, files: Files): boolean => {
  const program = virtualProgram(files)
  const startedAt = performance.now()
  const messages = Object.keys(files).flatMap((path) => messagesAbout(program, path))
  const tookMs = performance.now() - startedAt
  const instantiations = instantiationsOf(program)
  const megabytes = process.memoryUsage().heapUsed / 1024 / 1024
  console.log(
    `${title}: ${instantiations} instantiations, ${(tookMs / 1000).toFixed(2)} s to check, ${megabytes.toFixed(0)} MB`,
  )
  for (const message of messages) console.error(message)
  if (instantiations > MAX_INSTANTIATIONS)
    console.error(`${title}: more than ${MAX_INSTANTIATIONS} instantiations`)
  return messages.length === 0 && instantiations <= MAX_INSTANTIATIONS
}

const results = [
  measure(`${actions.length} actions`, withEveryAction()),
  measure(`${VENDOR_OPERATIONS} actions`, withActions(VENDOR_OPERATIONS)),
]
process.exitCode = results.every(Boolean) ? 0 : 1
