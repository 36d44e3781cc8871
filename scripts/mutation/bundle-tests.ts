/**
 * Bundles the tests of `MUTATION_TESTS` and the sources that they load, so that a mutant loads one file in place of 500.
 * Stryker runs it in its copy of the project, after it has changed the sources.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = join(__dirname, '../..')
const output = join(root, '.cache/mutation-tests')

/** It compiles the sources, which Stryker has changed. */
const left = ['test/transports/wx-typings.test.ts']

/** Loaded as they are: with a second vitest no test would be found, and the others are too large, or not for bundles. */
const external = [
  'vitest',
  'typescript',
  'esbuild',
  'rollup',
  'vite',
  'tsx',
  'playwright*',
  'jsdom',
]

const filesOf = (path: string): readonly string[] =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(path, name))

/** Property tests take longest, and a mutant needs no further test once one has failed. */
const isSlow = (file: string) => file.includes('.property.')

/** They expect their own name in a stack. */
const readStacks = [
  'test/transports/wx-failure.test.ts',
  'test/errors/explanations.property.test.ts',
]

/** A test that replaces modules, or loads them twice, needs the modules of vitest. */
const isBundled = (file: string) =>
  !readStacks.includes(file) &&
  !/vi\.(doMock|mock|resetModules)/.test(readFileSync(join(root, file), 'utf8'))

/** A module of the bundle still has its own path. */
const ownPaths: Plugin = {
  name: 'own-paths',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.m?ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path)))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll(/\b__dirname\b/g, JSON.stringify(dirname(path))),
      loader: 'ts',
    }))
  },
}

/** Tests get the `fast-check` of `tools/mutation/few-runs.ts`. */
const fewRuns: Plugin = {
  name: 'few-runs',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer.startsWith(join(root, 'test/'))
        ? { path: join(root, 'tools/mutation/few-runs.ts') }
        : undefined,
    )
  },
}

const main = async (): Promise<void> => {
  const files = (process.env.MUTATION_TESTS ?? '')
    .split(',')
    .flatMap(filesOf)
    .filter((file) => !left.includes(file))
    .sort((a, b) => Number(isSlow(a)) - Number(isSlow(b)))
  // Stryker counts failed tests, and a file that cannot be loaded has none.
  const load = (file: string, from: string) => `describe('${file}', async () => {
  try {
    await import('${from}/${file}')
  } catch (error) {
    it('loads', () => {
      throw error
    })
  }
})
`
  const bundled = files.filter(isBundled).map((file) => load(file, '.'))
  const others = files.filter((file) => !isBundled(file)).map((file) => load(file, '../..'))
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, 'bundled.test.mjs'), "await import('./bundle.mjs')\n")
  if (others.length > 0)
    writeFileSync(
      join(output, 'others.test.mjs'),
      [
        "import { describe, it } from 'vitest'\nimport '../../tools/mutation/fixed-inputs'\n",
        ...others,
      ].join(''),
    )
  await build({
    stdin: {
      contents: ["import './tools/mutation/fixed-inputs'\n", ...bundled].join(''),
      resolveDir: root,
    },
    outfile: join(output, 'bundle.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    tsconfig: join(root, 'tsconfig.node.json'),
    external,
    plugins: [ownPaths, fewRuns],
    banner: {
      js: "import { createRequire } from 'node:module'; import { describe, it } from 'vitest'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
}

void main()
