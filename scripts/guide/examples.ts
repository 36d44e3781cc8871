import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { root } from '../../test/support/virtual-program'
import { END, IMPORT, readPage } from './page'
import type { PublicNames } from './public-names'

const run = promisify(execFile)
const TIMEOUT_MS = 120_000
/** In real time, for one example: the virtual clock of the setup runs a hundred times as fast. */
const EXAMPLE_TIMEOUT_MS = 15_000

/** An `@example` of a docstring as a module that can be compiled and run. */
export interface Example {
  /** The documented name, and which of its examples it is. */
  readonly title: string
  /** Exports `run`, which fails with what the example throws. */
  readonly module: string
}

/** Each example runs after the setup of the guide, in a scope of its own; the names that it uses are imported for it. */
export const examplesOf = ({ documented, specifierOf, types }: PublicNames): readonly Example[] => {
  const { program } = readPage('setup')
  const setup = program.replace(IMPORT, '').replace(END, '')
  const importsFor = (code: string): string => {
    const used = new Set(code.match(/[A-Za-z_$][\w$]*/g))
    return [...specifierOf]
      .filter(([name]) => used.has(name))
      .map(
        ([name, specifier]) =>
          `import { ${types.has(name) ? 'type ' : ''}${name} } from '${specifier}'`,
      )
      .join('\n')
  }
  return documented.flatMap(({ name, examples }) =>
    examples.map((code, index) => ({
      title: examples.length > 1 ? `${name} ${index + 1}` : name,
      module: `${importsFor(`${setup}\n${code}`)}
export const run = async (): Promise<void> => {
${setup}
try {
${code}
} finally {
${END}
}
}
`,
    })),
  )
}

const RUNNER = `
const within = (work) => {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('did not end in ${EXAMPLE_TIMEOUT_MS} ms')), ${EXAMPLE_TIMEOUT_MS})
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
const failures = {}
let current = ''
// At the end of an example its panel is closed, which cancels what the example left open.
const record = (error) => {
  if (error?.kind !== 'cancelled') failures[current] = String(error?.stack ?? error)
}
process.on('uncaughtException', record)
process.on('unhandledRejection', record)
for (const [title, run] of examples) {
  current = title
  try { await within(run()) } catch (error) { failures[title] = String(error?.stack ?? error) }
}
console.log(JSON.stringify(failures))
process.exit(0)
`

/** Runs examples one after the other in one process; gives what went wrong, by title. */
export const runExamples = async (
  examples: readonly Example[],
): Promise<Readonly<Record<string, string>>> => {
  // Inside the repository, so that its packages and its own names are found.
  const folder = mkdtempSync(join(root, '.guide-'))
  try {
    mkdirSync(join(folder, 'examples'))
    examples.forEach(({ module }, index) => {
      writeFileSync(join(folder, `examples/${index}.ts`), module)
    })
    const entry = join(folder, 'all.ts')
    const imports = examples.map(
      (_, index) => `import { run as run${index} } from './examples/${index}'`,
    )
    const list = examples.map(({ title }, index) => `[${JSON.stringify(title)}, run${index}]`)
    writeFileSync(entry, `${imports.join('\n')}\nconst examples = [${list.join(',\n')}]\n${RUNNER}`)
    const outfile = join(folder, 'all.mjs')
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.node.json'),
      logLevel: 'silent',
    })
    const { stdout } = await run(process.execPath, [outfile], { cwd: root, timeout: TIMEOUT_MS })
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
