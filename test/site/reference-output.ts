import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { setupProgram } from '../../scripts/guide/page'
import { exampleModule } from '../../site/examples/example-module'
import { type PageExamples, pagesWithExamples } from '../../site/examples/page-examples'
import { root } from '../support/virtual-program'

const run = promisify(execFile)
const TIMEOUT_MS = 60_000

/** What an example printed, or the error that it threw. */
export interface ExampleOutput {
  readonly printed: string
  readonly error?: string
}

/** The pages of the operations, which have one example each. */
export const referenceExamples = (): readonly PageExamples[] =>
  pagesWithExamples().filter(({ page }) => page.startsWith('reference/'))

const RUNNER = `
import { format } from 'node:util'
const outputs = {}
for (const [page, { run }] of pages) {
  const lines = []
  const console = { log: (...values) => lines.push(format(...values)) }
  try {
    await run({ index: 0, console, onStart: () => {} })
    outputs[page] = { printed: lines.join('\\n') }
  } catch (error) {
    outputs[page] = { printed: lines.join('\\n'), error: String(error?.stack ?? error) }
  }
}
console.log(JSON.stringify(outputs))
process.exit(0)
`

/** What the example of each page prints: bundled as for a browser, with the modules of the site, and run in Node. */
export const outputsOf = async (
  pages: readonly PageExamples[],
): Promise<Readonly<Record<string, ExampleOutput>>> => {
  // Inside the repository, so that its packages and its own names are found.
  const folder = mkdtempSync(join(root, '.guide-'))
  try {
    const outfile = join(folder, 'all.mjs')
    const modules = pages.map((each) =>
      exampleModule(
        setupProgram(),
        each,
        each.examples.map((code) => ({ code })),
      ),
    )
    await build({
      stdin: { contents: entryOf(pages), resolveDir: root },
      outfile,
      bundle: true,
      platform: 'browser',
      format: 'esm',
      external: builtinModules.flatMap((name) => [name, `node:${name}`]),
      tsconfig: join(root, 'tsconfig.node.json'),
      logLevel: 'silent',
      plugins: [
        {
          name: 'examples',
          setup: ({ onResolve, onLoad }) => {
            onResolve({ filter: /^example:/ }, ({ path }) => ({ path, namespace: 'example' }))
            onLoad({ filter: /.*/, namespace: 'example' }, ({ path }) => ({
              contents: modules[Number(path.slice('example:'.length))] ?? '',
              loader: 'ts',
              resolveDir: root,
            }))
          },
        },
      ],
    })
    const { stdout } = await run(process.execPath, [outfile], { cwd: root, timeout: TIMEOUT_MS })
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const entryOf = (pages: readonly PageExamples[]): string => {
  const imports = pages.map((_, at) => `import * as page${at} from 'example:${at}'`)
  const list = pages.map(({ page }, at) => `[${JSON.stringify(page)}, page${at}]`)
  return `${imports.join('\n')}\nconst pages = [${list.join(', ')}]\n${RUNNER}`
}
