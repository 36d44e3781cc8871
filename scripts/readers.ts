/** What the generated reader of each action adds to an app, minified and gzipped: `npm run readers`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Table from 'cli-table3'
import { build } from 'esbuild'
import { actionsWithReaders } from './readers/actions-with-readers'
import { generatedReaders } from './readers/plugin'

const root = join(__dirname, '..')
const { transform } = generatedReaders(root)

interface Bytes {
  readonly minified: number
  readonly gzipped: number
}

/** An app of the core and some actions, of which some have a generated reader. */
const appWith = async (entry: string, withReader: readonly string[]): Promise<Bytes> => {
  const paths = withReader.map((name) => join(root, `actions/${name}.ts`))
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2017',
    external: ['io-ts', 'fp-ts', 'rxjs', 'crypto-js'],
    plugins: [
      {
        name: 'generated-readers',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\/actions\/.*\.ts$/ }, ({ path }) => {
            const contents = paths.includes(path)
              ? transform(readFileSync(path, 'utf8'), path)?.code
              : undefined
            return contents === undefined ? undefined : { contents, loader: 'ts' }
          }),
      },
    ],
  })
  const [code] = outputFiles
  if (code === undefined) throw new Error('esbuild returned no file')
  return { minified: code.contents.length, gzipped: gzipSync(code.contents, { level: 9 }).length }
}

const core = "export { createPanel } from './src/core/panel/create-panel'\n"
const oneAction = (name: string) => `${core}export * from './actions/${name}'`
const everyAction = `${core}export { allActions } from './actions'`

const added = (after: Bytes, before: Bytes): readonly [number, number] => [
  after.minified - before.minified,
  after.gzipped - before.gzipped,
]

const run = async (): Promise<void> => {
  const table = new Table({
    head: ['generated reader of', 'minified', 'gzipped', 'gzipped, beside all others'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'right'],
  })
  const without = await appWith(everyAction, [])
  const all = await appWith(everyAction, actionsWithReaders)
  for (const name of actionsWithReaders) {
    const alone = await appWith(oneAction(name), [])
    const others = actionsWithReaders.filter((other) => other !== name)
    const [, beside] = added(all, await appWith(everyAction, others))
    table.push([name, ...added(await appWith(oneAction(name), [name]), alone), beside])
  }
  const [minified, gzipped] = added(all, without)
  table.push([`all ${actionsWithReaders.length}`, minified, gzipped, ''])
  console.log(table.toString())
  console.log(
    `${Math.round(gzipped / actionsWithReaders.length)} bytes gzipped for each, with the shared functions`,
  )
}

void run()
